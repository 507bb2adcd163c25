package org.medexam.smp.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The manual's own lines for Linux, in its order, from the unpacked folder to an accepted server, and back on another
 * machine. What is put in their place is named in {@link #here}.
 */
class ManualIT {

    private static final Path BUILT = Path.of(System.getProperty("smp.test.installation"));
    private static final Path MANUAL = BUILT.resolve("../../../docs/manual/manual.zh-CN.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern CHAPTER = Pattern.compile("(?ms)^## (.*?)、.*?(?=^## |\\z)");

    /** Of several ways the manual offers: no certificate of one's own, no proxy. */
    private static final Pattern OTHER_WAY = Pattern.compile("smp\\.tls\\.keystore|smp\\.proxy\\.trusted");

    private static final Pattern ON_SQL_SERVER = Pattern.compile("smp\\.db\\.server=localhost");
    private static final Pattern EMBEDDED = Pattern.compile("(?m)^smp configure --set smp\\.storage\\.path=\\S+$");

    /** Where a step's settings may still lack those of a later one. */
    private static final List<String> BEFORE_ALL_IS_FILLED_IN = List.of("一", "二", "三", "四", "五", "六");

    @TempDir
    Path temporary;

    private Path root;
    private int http;
    private int https;

    private Optional<SqlServer> server = Optional.empty();

    @AfterEach
    void endIt() throws Exception {
        if (root != null && Files.exists(root.resolve("opt/SMP/smp.pid"))) {
            run(List.of("smp stop"), false);
        }
        loseTheDatabase();
    }

    private void loseTheDatabase() throws SQLException {
        if (server.isPresent()) {
            server.get().drop();
        }
    }

    @Test
    void leadsToAnAcceptedServerAndBackOnAnotherMachine() throws Exception {
        wholeManual();
    }

    @Test
    void leadsThereOnASqlServerToo() throws Exception {
        server = Optional.of(SqlServer.needed());
        wholeManual();
    }

    private void wholeManual() throws Exception {
        root = Files.createDirectories(temporary.resolve("手册"));
        http = freePort();
        https = freePort();
        centreSendsItsFiles();

        assertThat(chapters("一", "二", "三", "四")).contains("已保存", "数据库已就绪", "数据表齐全");
        run(List.of("smp configure --set smp.http.port=" + http), true);
        assertThat(chapters("五", "六", "七")).contains("sp-2026：ES256", "没有发现问题");
        String life = chapters("八", "九", "十", "十一");
        assertThat(life)
                .contains("专管员 zhuanguan 可以登录了", "现在可以备份了", "SMP 正在运行", "最近一次备份", "[合格] 登录页面")
                .contains("验收合格")
                .doesNotContain("[不合格]");
        assertThat(root.resolve("部署验收单.pdf"))
                .content(StandardCharsets.ISO_8859_1)
                .startsWith("%PDF");
        assertThat(chapters("十二")).contains("图片全部完好", "能打开且完整");

        run(List.of("smp stop"), false);
        Files.move(root.resolve("opt"), root.resolve("broken"));
        Files.move(root.resolve("data"), root.resolve("broken-data"));
        loseTheDatabase();
        assertThat(chapters("二", "十四")).contains("已恢复", "没有发现问题", "SMP 正在运行");
    }

    private void centreSendsItsFiles() throws Exception {
        Path stick = Files.createDirectories(root.resolve("media/usb"));
        for (String system : List.of("sp", "mp")) {
            Files.writeString(stick.resolve(system + ".jwks.json"), publicKeys(system + "-2026"));
        }
        Files.createDirectories(root.resolve("opt"));
    }

    private static String publicKeys(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        EllipticCurveJsonWebKey key = new EllipticCurveJsonWebKey(
                (ECPublicKey) generator.generateKeyPair().getPublic());
        key.setKeyId(name);
        key.setAlgorithm("ES256");
        return "{\"keys\":[" + key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}";
    }

    private String chapters(String... wanted) throws Exception {
        StringBuilder said = new StringBuilder();
        Map<String, List<String>> manual = chapters();
        for (String chapter : wanted) {
            said.append(run(
                    manual.get(chapter).stream().map(this::here).toList(), BEFORE_ALL_IS_FILLED_IN.contains(chapter)));
        }
        return said.toString();
    }

    /** The lines of each chapter, but those of another way. */
    private Map<String, List<String>> chapters() throws IOException {
        Pattern otherDatabase = server.isPresent() ? EMBEDDED : ON_SQL_SERVER;
        Map<String, List<String>> chapters = new LinkedHashMap<>();
        CHAPTER.matcher(Files.readString(MANUAL))
                .results()
                .forEach(chapter -> chapters.put(
                        chapter.group(1),
                        BLOCK.matcher(chapter.group())
                                .results()
                                .map(block -> block.group(1))
                                .filter(block -> !OTHER_WAY.matcher(block).find())
                                .filter(block -> !otherDatabase.matcher(block).find())
                                .flatMap(String::lines)
                                .toList()));
        assertThat(chapters.values().stream().mapToInt(List::size).sum()).isGreaterThan(25);
        return chapters;
    }

    /** A line as it is tried here: below a folder of its own, on ports that are free, nobody at a keyboard or a phone. */
    private String here(String line) {
        if (line.startsWith("unzip ")) {
            return "mkdir -p " + root + "/opt && cp -a " + BUILT + " " + root + "/opt/SMP"
                    + " && printf '%s\\n' -Xmx512m -XX:TieredStopAtLevel=1 > " + root + "/opt/SMP/conf/jvm.options";
        }
        if (line.equals("smp service install")) {
            return "true"; // ServiceIT and SystemdUnitTest look at the service
        }
        String here = line.replaceAll("(?<= |=)/(opt|data|backup|media)/", root + "/$1/")
                .replace("/root/", root + "/")
                .replace(":8443", ":" + https)
                .replace("--self-signed", "--set smp.https.port=" + https + " --self-signed");
        if (ON_SQL_SERVER.matcher(line).find()) {
            return server.orElseThrow().inPlaceOfLocalhost(here);
        }
        if (line.startsWith("smp create-keeper ")) {
            return here + " --password-file - <<< 'plain words 26'";
        }
        return line.startsWith("smp accept ") ? here + " --no-phone" : here;
    }

    /** @param mayLack whether a command may end with 3, what was found is not well, */
    private String run(List<String> lines, boolean mayLack) throws Exception {
        List<String> script = new ArrayList<>();
        script.add("export PATH=" + root + "/opt/SMP/bin:$PATH LANG=zh_CN.UTF-8");
        for (String line : lines) {
            script.add("echo '$ '" + quoted(line));
            script.add(line);
            script.add("code=$?; [ $code = 0 ] || " + (mayLack ? "[ $code = 3 ] || " : "")
                    + "{ echo \"exit code $code\"; exit 1; }");
        }
        Path output = Files.createTempFile(temporary, "said", ".txt");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", String.join("\n", script))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        List.of("LC_ALL", "LC_MESSAGES", "SMP_HOME", "SMP_JVM_OPTIONS").forEach(bash.environment()::remove);
        Process process = bash.start();
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static String quoted(String line) {
        return "'" + line.replace("'", "'\\''") + "'";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
