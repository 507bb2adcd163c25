package org.medexam.smp.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.file.Sha256;
import org.medexam.smp.tool.upgrade.Checksums;

/** A server's life as an administrator leads it, from a folder whose name has a space and Chinese letters. */
class ServiceIT {

    private static final Path BUILT = Path.of(System.getProperty("smp.test.installation"));

    @TempDir
    Path folder;

    private Path installation;
    private int port;
    private String said = "";

    @AfterEach
    void endIt() throws Exception {
        if (installation != null && Files.exists(installation.resolve("smp.pid"))) {
            smp(installation, "stop");
        }
    }

    @Test
    void startsStopsComesBackAndIsUpgraded() throws Exception {
        installation = folder.resolve("程序 文件").resolve("SMP");
        copy(BUILT, installation);
        windowsCanReadItsScripts();
        aFirstCallNamesWhatTheSampleLeavesOpen();
        configure();

        assertThat(smp(installation, "status")).isEqualTo(3);
        assertThat(smp(installation, "start")).as(said).isZero();
        assertThat(smp(installation, "status", "--json")).as(said).isZero();
        assertThat(said)
                .contains("\"state\":\"running\"", "\"database\":\"up\"", "\"kind\":\"background\"", "\"since\":");
        assertThat(installation.resolve("logs/smp.log")).isNotEmptyFile();
        assertThat(smp(installation, "start")).as("once more").isZero();

        aFailingUpgradeChangesNothing();
        aGoodOneKeepsWhatIsTheAdministrators();

        killed(pid());
        assertThat(smp(installation, "status")).isEqualTo(3);
        assertThat(said).contains("stopped");
        theServerEndsWithTheProgramThatStartedIt();
    }

    /** Lines end in CRLF, and nothing in them depends on the machine's code page. */
    private void windowsCanReadItsScripts() throws IOException {
        for (String script : List.of("bin/smp.cmd", "bin/java.cmd", "tool/smp-config.cmd")) {
            assertThat(Files.readString(installation.resolve(script)))
                    .as(script)
                    .matches("(?s)([ -~\\t]*\\r\\n)+");
        }
    }

    private void aFirstCallNamesWhatTheSampleLeavesOpen() throws Exception {
        assertThat(smp(installation, "status")).isEqualTo(2);
        assertThat(said).contains("smp.district.code");
        assertThat(installation.resolve("conf/smp.properties"))
                .hasSameTextualContentAs(installation.resolve("conf/smp.properties.sample"));
    }

    private void configure() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Files.writeString(installation.resolve("conf/sp.jwks.json"), "{\"keys\":[]}");
        Files.writeString(installation.resolve("conf/mp.jwks.json"), "{\"keys\":[]}");
        Files.writeString(installation.resolve("conf/jvm.options"), "-Xmx512m\n-XX:TieredStopAtLevel=1\n");
        Files.write(
                installation.resolve("conf/smp.properties"),
                List.of(
                        "smp.district.code=62",
                        "smp.district.name=样例考区",
                        "smp.catalogue=baiyin-2021",
                        "smp.http.port=" + port,
                        "smp.public-url=http://localhost:" + port,
                        "smp.storage.path=图片 库",
                        "smp.sp.jwks=conf/sp.jwks.json",
                        "smp.mp.jwks=conf/mp.jwks.json"));
    }

    /** Its migration breaks after the programs were replaced. */
    private void aFailingUpgradeChangesNothing() throws Exception {
        Path broken = newVersion("broken", "0.9.1");
        Path core = only(broken.resolve("tool"), "smp-core-");
        try (FileSystem jar = FileSystems.newFileSystem(core, Map.of())) {
            Files.writeString(jar.getPath("sql/V999__broken.sql"), "CREATE TABLE broken (");
        }
        Checksums.write(broken);
        Map<String, String> before = programs();
        assertThat(smp(installation, "upgrade", "--from", broken.toString())).isEqualTo(1);
        assertThat(said).contains("everything is as it was before").contains("V999");
        assertThat(programs()).isEqualTo(before);
        assertThat(smp(installation, "status")).as(said).isZero();
    }

    private void aGoodOneKeepsWhatIsTheAdministrators() throws Exception {
        Path fresh = newVersion("fresh", "0.9.2");
        assertThat(smp(installation, "upgrade", "--from", fresh.toString()))
                .as(said)
                .isZero();
        assertThat(installation.resolve("VERSION")).hasContent("0.9.2");
        assertThat(installation.resolve("conf/smp.properties")).content().contains("样例考区");
        assertThat(installation.resolve("conf/jvm.options")).exists();
        assertThat(installation.resolve("previous/VERSION")).hasSameTextualContentAs(BUILT.resolve("VERSION"));
        assertThat(smp(installation, "status")).as(said).isZero();

        Files.writeString(fresh.resolve("bin/smp"), "changed on the way\n");
        assertThat(smp(installation, "upgrade", "--from", fresh.toString())).isEqualTo(1);
        assertThat(said).contains("bin/smp");
        assertThat(smp(installation, "status")).as("was not even stopped").isZero();
    }

    private Path newVersion(String name, String version) throws Exception {
        Path made = folder.resolve(name).resolve("SMP");
        copy(BUILT, made);
        Files.writeString(made.resolve("VERSION"), version + "\n");
        Checksums.write(made);
        return made;
    }

    private void theServerEndsWithTheProgramThatStartedIt() throws Exception {
        Path output = folder.resolve("run.txt");
        Process run = builder(installation, "run")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        while (run.isAlive() && !Files.readString(output).contains("SMP runs")) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        ProcessHandle server = run.descendants().findFirst().orElseThrow();
        run.destroyForcibly().waitFor(); // kill -9
        server.onExit().get(60, TimeUnit.SECONDS);
        try (ServerSocket again = new ServerSocket(port)) {
            assertThat(again.isBound()).isTrue();
        }
    }

    private static void killed(long pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(installation.resolve("smp.pid")).split(" ")[0]);
    }

    /** Of every file that an upgrade replaces. */
    private Map<String, String> programs() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String part : List.of("Extension", "tool", "bin", "sql", "VERSION", "SHA256SUMS")) {
            try (Stream<Path> below = Files.walk(installation.resolve(part))) {
                for (Path file : below.filter(Files::isRegularFile).toList()) {
                    digests.put(installation.relativize(file).toString(), Sha256.of(file));
                }
            }
        }
        return digests;
    }

    private int smp(Path where, String... arguments) throws Exception {
        Path output = Files.createTempFile(folder, "said", ".txt");
        Process process = builder(where, arguments)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        said = Files.readString(output);
        return process.exitValue();
    }

    private static ProcessBuilder builder(Path where, String... arguments) {
        List<String> command = new ArrayList<>(List.of(where.resolve("bin/smp").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("LC_ALL", "C.UTF-8");
        process.environment().remove("SMP_HOME");
        process.environment().remove("SMP_JVM_OPTIONS");
        return process;
    }

    private static Path only(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to.getParent());
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }
}
