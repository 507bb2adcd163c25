package org.medexam.smp.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start scripts for Windows under Wine's {@code cmd}, with a stand-in for {@code java.exe} that says what it was
 * asked with. Skipped where Wine and a compiler for Windows are missing: {@code apt-get install wine wine64
 * gcc-mingw-w64-x86-64} brings them (some 400 MB, which not every test machine should have to take).
 */
class WindowsScriptsIT {

    private static final Path BUILT = Path.of(System.getProperty("smp.test.installation"));

    @TempDir
    static Path folder;

    private static Path drive;

    private final Map<String, String> environment = new HashMap<>();
    private String said;

    @BeforeAll
    static void windows() throws Exception {
        assumeThat(found("wine") && found("x86_64-w64-mingw32-gcc"))
                .as("Wine and mingw are installed")
                .isTrue();
        drive = folder.resolve("prefix").resolve("drive_c");
        wine(Map.of(), "cmd", "/c", "exit", "0");
        Path bin = Files.createDirectories(drive.resolve("Java 17").resolve("bin"));
        run(
                new ProcessBuilder(
                        "x86_64-w64-mingw32-gcc",
                        "-municode",
                        "-o",
                        bin.resolve("java.exe").toString(),
                        Path.of("src/test/windows/java.c").toAbsolutePath().toString()),
                0);
        Path scripts = Files.createDirectories(drive.resolve("程序 文件").resolve("SMP"));
        for (String part : List.of("bin", "tool")) {
            Files.createDirectories(scripts.resolve(part));
            try (var files = Files.list(BUILT.resolve(part))) {
                for (Path file : files.filter(file -> file.toString().matches(".*\\.(cmd|txt)"))
                        .toList()) {
                    Files.copy(file, scripts.resolve(part).resolve(file.getFileName()));
                }
            }
        }
    }

    @BeforeEach
    void java() {
        environment.put("JAVA_HOME", "C:\\Java 17");
    }

    @Test
    void handsOnArgumentsAndExitCode() throws Exception {
        environment.put("STUB_EXIT", "3");
        assertThat(smp("configure --name \"%SMP_NAME%\" --x=1")).as(said).isEqualTo(3);
        assertThat(said)
                .contains("[configure]", "[--name]", "[白银 考区]", "[--x=1]")
                .contains("[-Dsmp.installation=C:\\程序 文件\\SMP\\bin\\..]")
                .contains("[C:\\程序 文件\\SMP\\bin\\..\\tool\\smp-config-tool.jar]");
    }

    @Test
    void anUpgradeRunsFromACopy() throws Exception {
        smp("upgrade --from C:\\SMP.zip");
        assertThat(said)
                .contains("[upgrade]", "[-Dsmp.installation=C:\\程序 文件\\SMP\\bin\\..]")
                .contains("smp-upgrade-");
    }

    @Test
    void saysThatJavaIsMissing() throws Exception {
        environment.put("JAVA_HOME", "C:\\nowhere");
        assertThat(smp("status")).isEqualTo(1);
        assertThat(said).contains("没有找到 Java", "No Java was found");
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
        for (String version : List.of("11.0.2", "1.8.0_392")) {
            environment.put("STUB_VERSION", version);
            assertThat(smp("status")).isEqualTo(1);
            assertThat(said).contains("这个 Java 太旧", "This Java is too old");
        }
    }

    /** By a script of one line: a command line given to cmd would be unquoted once more. */
    private int smp(String arguments) throws Exception {
        environment.put("SMP_DIR", "C:\\程序 文件\\SMP");
        environment.put("SMP_NAME", "白银 考区");
        Files.writeString(drive.resolve("try.cmd"), "@\"%SMP_DIR%\\bin\\smp.cmd\" " + arguments + "\r\n");
        Outcome outcome = wine(environment, "cmd", "/c", "C:\\try.cmd");
        said = outcome.output();
        return outcome.exitCode();
    }

    private record Outcome(int exitCode, String output) {}

    private static Outcome wine(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder process = new ProcessBuilder("wine");
        process.command().addAll(List.of(arguments));
        process.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "WINEDEBUG", "-all", "DISPLAY", ""));
        process.environment().put("HOME", folder.toString()); // Wine links to its folders
        process.environment().put("WINEPREFIX", folder.resolve("prefix").toString());
        process.environment().putAll(environment);
        process.directory(folder.toFile());
        return run(process, -1);
    }

    /** @param expected exit code; negative: whatever comes */
    private static Outcome run(ProcessBuilder process, int expected) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "said", ".txt");
        Process running = process.redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile())
                .start();
        assertThat(running.waitFor(180, TimeUnit.SECONDS)).isTrue();
        Outcome outcome = new Outcome(running.exitValue(), Files.readString(output));
        if (expected >= 0) {
            assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(expected);
        }
        return outcome;
    }

    private static boolean found(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
