package org.medexam.smp.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.settings.SmpSettings;

class ServerLaunchTest {

    private static final String PASSWORD = "a \"word\" with \\ and a space";

    @TempDir
    Path home;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void least() throws Exception {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/sp.jwks.json"), "{\"keys\":[]}");
        Files.writeString(home.resolve("conf/mp.jwks.json"), "{\"keys\":[]}");
        lines.addAll(List.of(
                "smp.district.code=62",
                "smp.district.name=样例考区",
                "smp.catalogue=baiyin-2021",
                "smp.storage.path=pictures",
                "smp.sp.jwks=conf/sp.jwks.json",
                "smp.mp.jwks=conf/mp.jwks.json"));
    }

    @Test
    void plainHttpIsForThisMachineAlone() throws Exception {
        lines.add("smp.public-url=http://localhost:8001");
        List<String> command = prepare();

        assertThat(preboot()).anyMatch(line -> line.endsWith("http-listener.address=127.0.0.1"));
        assertThat(command).containsSequence("--port", "8001").doesNotContain("--sslport");
    }

    @Test
    void aTrustedProxyReachesPlainHttp() throws Exception {
        lines.add("smp.public-url=https://smp.example.cn");
        lines.add("smp.proxy.trusted=10.1.2.3");
        prepare();

        assertThat(preboot()).noneMatch(line -> line.contains(".address="));
        assertThat(preboot()).anyMatch(line -> line.endsWith("http-listener.http.scheme=https"));
        assertThat(preboot()).anyMatch(line -> line.endsWith("http-listener.http.server-name=smp.example.cn"));
    }

    @Test
    void thePasswordOfTheKeystoreIsOnNoCommandLineAndInNoLog() throws Exception {
        lines.add("smp.public-url=https://smp.example.cn:8443");
        lines.add("smp.https.port=8443");
        lines.add("smp.tls.keystore=conf/smp.p12");
        lines.add("smp.tls.password-file=conf/smp.p12.password");
        keystore();
        List<String> command = prepare();

        assertThat(command).containsSequence("--sslport", "8443").noneMatch(word -> word.contains("a \"word\""));
        assertThat(preboot()).noneMatch(line -> line.contains("word"));
        Path properties = home.resolve("temp/jvm.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(properties)))
                .isEqualTo("rw-------");
        assertThat(propertyOfAJvmStartedWith(properties, "javax.net.ssl.keyStorePassword"))
                .isEqualTo(PASSWORD);
    }

    @Test
    void nothingOfTheLastStartIsLeft() throws Exception {
        lines.add("smp.public-url=http://localhost:8001");
        Files.createDirectories(home.resolve("temp/container/old"));
        Files.writeString(home.resolve("temp/container/old/file"), "x");
        prepare();

        assertThat(home.resolve("temp/container")).doesNotExist();
    }

    @Test
    void theCurrentLogHasOneName() throws Exception {
        lines.add("smp.public-url=http://localhost:8001");
        prepare();
        Files.writeString(home.resolve("logs").resolve(LogSettings.CURRENT), "a line\n");

        assertThat(home.resolve("logs/smp.log")).hasContent("a line");
        assertThat(prepare()).isNotEmpty();
    }

    private List<String> prepare() throws Exception {
        Files.write(home.resolve("conf/smp.properties"), lines);
        SmpSettings settings = SmpSettings.read(home.resolve("conf/smp.properties"));
        return new ServerLaunch(
                        settings,
                        Path.of("java"),
                        Path.of("payara-micro.jar"),
                        Path.of("smp-server.war"),
                        List.of("-Xmx512m"))
                .prepare()
                .command();
    }

    private List<String> preboot() throws Exception {
        return Files.readAllLines(home.resolve("temp/container.txt"));
    }

    private void keystore() throws Exception {
        Files.writeString(home.resolve("conf/smp.p12.password"), PASSWORD);
        run(
                program("keytool"),
                "-genkeypair",
                "-alias",
                "钥匙 one",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                home.resolve("conf/smp.p12").toString(),
                "-storepass",
                PASSWORD);
    }

    private static String propertyOfAJvmStartedWith(Path file, String property) throws Exception {
        String all = run(program("java"), "@" + file, "-XshowSettings:properties", "-version");
        return all.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(property + " = "))
                .map(line -> line.substring(property.length() + 3))
                .findFirst()
                .orElseThrow();
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
