package org.medexam.smp.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmpSettingsTest {

    @TempDir
    Path folder;

    private SettingsHome home;

    @BeforeEach
    void least() throws Exception {
        home = new SettingsHome(folder);
    }

    @Test
    void theLeastFileGetsAllDefaults() throws Exception {
        assertThat(home.read())
                .isEqualTo(new SmpSettings(
                        folder,
                        new DistrictSettings("62", "样例考区", ZoneId.of("Asia/Shanghai"), "baiyin-2021"),
                        new HttpSettings(
                                8001, Optional.empty(), URI.create("http://localhost:8001"), List.of(), List.of()),
                        new StorageSettings(folder.resolve("pictures")),
                        new PictureSettings(204800),
                        new StampSettings(StampSettings.DEFAULT_STRENGTH, ""),
                        new DatabaseSettings.Embedded(folder.resolve("data"), "EP"),
                        new KeySettings(folder.resolve("conf/sp.jwks.json"), folder.resolve("conf/mp.jwks.json")),
                        new WebhookSettings(Optional.empty(), Optional.empty()),
                        new WindowSettings(Optional.empty(), Optional.empty()),
                        new ReviewSettings(false, false, false),
                        new BackupSettings(Optional.empty(), LocalTime.of(2, 0), 14)));
    }

    @Test
    void everyKeyReachesItsSetting() throws Exception {
        SmpSettings settings = withEveryKey().read();

        assertThat(settings.district())
                .isEqualTo(new DistrictSettings("A9", "另一考区", ZoneId.of("Asia/Urumqi"), "weihai-2020"));
        HttpSettings http = settings.http();
        assertThat(http.port()).isEqualTo(9001);
        assertThat(http.https())
                .contains(new HttpSettings.Https(8443, folder.resolve("conf/smp.p12"), new Secret("opensesame")));
        assertThat(http.publicUrl()).isEqualTo(URI.create("https://smp.example.cn:8443"));
        assertThat(http.secure()).isTrue();
        assertThat(http.trustedProxies())
                .containsExactly(
                        new AddressRange(InetAddress.getByName("10.1.2.3"), 32),
                        new AddressRange(InetAddress.getByName("fd00::"), 8));
        assertThat(http.origins()).containsExactly("https://sp.example.cn", "http://localhost:8080");
        assertThat(settings.storage().path()).isEqualTo(Path.of("/srv/影像"));
        assertThat(settings.picture().maxBytes()).isEqualTo(100_000);
        assertThat(settings.stamp()).isEqualTo(new StampSettings(24, "甘肃 2026"));
        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings.SqlServer(
                        "db.example.cn",
                        OptionalInt.of(14330),
                        Optional.of("EXAM"),
                        "EP2021",
                        "smp",
                        new Secret("pass word"),
                        false,
                        true));
        assertThat(settings.keys().sp()).isEqualTo(folder.resolve("keys/one.json"));
        assertThat(settings.keys().mp()).isEqualTo(folder.resolve("keys/two.json"));
        assertThat(settings.window())
                .isEqualTo(new WindowSettings(
                        Optional.of(Instant.parse("2021-01-15T01:00:00Z")),
                        Optional.of(Instant.parse("2021-01-29T16:00:00Z"))));
        assertThat(settings.webhook())
                .isEqualTo(new WebhookSettings(
                        Optional.of(URI.create("https://sp.example.cn:8443/in?from=62")),
                        Optional.of(URI.create("http://127.0.0.1:9000/changes"))));
        assertThat(settings.review()).isEqualTo(new ReviewSettings(true, true, true));
        assertThat(settings.backup())
                .isEqualTo(new BackupSettings(Optional.of(Path.of("/srv/备份")), LocalTime.of(23, 59), 7));

        home.with("smp.db.url", "jdbc:sqlserver://127.0.0.1:1444;databaseName=EPTEST");
        assertThat(home.read().database())
                .isEqualTo(new DatabaseSettings.SqlServerUrl(
                        "jdbc:sqlserver://127.0.0.1:1444;databaseName=EPTEST", "smp", new Secret("pass word")));
    }

    private SettingsHome withEveryKey() throws Exception {
        home.write("conf/tls.txt", "opensesame\n")
                .keystore("conf/smp.p12", "opensesame")
                .write("conf/db.txt", "\uFEFFpass word\r\n")
                .write("keys/one.json", "{\"keys\":[]}")
                .write("keys/two.json", "{\"keys\":[]}");
        return home.with("smp.district.code", "A9")
                .with("smp.district.name", "另一考区")
                .with("smp.district.zone", "Asia/Urumqi")
                .with("smp.catalogue", "weihai-2020")
                .with("smp.http.port", "9001")
                .with("smp.https.port", "8443")
                .with("smp.tls.keystore", "conf/smp.p12")
                .with("smp.tls.password-file", "conf/tls.txt")
                .with("smp.public-url", "HTTPS://SMP.example.cn:8443/nme/ext/")
                .with("smp.proxy.trusted", "10.1.2.3, fd00::/8")
                .with("smp.storage.path", "/srv/影像")
                .with("smp.image.max-bytes", "100000")
                .with("smp.stamp.strength", "24")
                .with("smp.stamp.text", "甘肃 2026")
                .with("smp.db.server", "db.example.cn")
                .with("smp.db.port", "14330")
                .with("smp.db.instance", "EXAM")
                .with("smp.db.name", "EP2021")
                .with("smp.db.user", "smp")
                .with("smp.db.password-file", "conf/db.txt")
                .with("smp.db.encrypt", "false")
                .with("smp.db.trust-server-certificate", "true")
                .with("smp.sp.jwks", "keys/one.json")
                .with("smp.mp.jwks", "keys/two.json")
                .with("smp.sp.origins", "https://sp.example.cn:443，http://LOCALHOST:8080")
                .with("smp.webhook.sp.url", "https://sp.example.cn:8443/in?from=62")
                .with("smp.webhook.mp.url", "http://127.0.0.1:9000/changes")
                .with("smp.window.opens-at", "2021-01-15T09:00:00+08:00")
                .with("smp.window.closes-at", "2021-01-29T16:00:00Z")
                .with("smp.window.late-abandons", "true")
                .with("smp.review.parallel", "true")
                .with("smp.review.overdue-fails", "true")
                .with("smp.backup.path", "/srv/备份")
                .with("smp.backup.at", "23:59")
                .with("smp.backup.keep", "7");
    }

    @Test
    void everyFaultIsNamedAtOnceInBothLanguages() throws Exception {
        home.write("conf/empty.txt", "\n")
                .without("smp.district.name")
                .without("smp.mp.jwks")
                .with("smp.district.code", "兰州")
                .with("smp.district.zone", "Asia/Atlantis")
                .with("smp.catalogue", "../baiyin")
                .with("smp.http.port", "0")
                .with("smp.https.port", "70000")
                .with("smp.public-url", "smp.example.cn")
                .with("smp.proxy.trusted", "10.0.0.0/8,proxy.example.cn")
                .with("smp.storage.path", "C:\\inetpub\\WWWROOT\\smp")
                .with("smp.image.max-bytes", "200K")
                .with("smp.stamp.strength", "65")
                .with("smp.stamp.text", "甘肃한国글")
                .with("smp.db.server", "db\\EXAM")
                .with("smp.db.port", "-1")
                .with("smp.db.instance", "a;b")
                .with("smp.db.name", "EP;x=y")
                .with("smp.db.password-file", "conf/empty.txt")
                .with("smp.db.encrypt", "yes")
                .with("smp.db.trust-server-certificate", "1")
                .with("smp.sp.jwks", "conf/none.json")
                .with("smp.sp.origins", "*")
                .with("smp.window.opens-at", "2021-01-15 09:00")
                .with("smp.window.closes-at", "soon")
                .with("smp.backup.path", "C:\\inetpub\\WWWROOT\\backup")
                .with("smp.backup.at", "24:00")
                .with("smp.backup.keep", "0")
                .with("smp.db.sever", "x");

        SettingsRefused refused = catchThrowableOfType(SettingsRefused.class, home::read);

        assertThat(refused.faults().stream().map(SettingsFault::key))
                .containsExactlyInAnyOrder(
                        "smp.db.sever",
                        "smp.district.code",
                        "smp.district.name",
                        "smp.district.zone",
                        "smp.catalogue",
                        "smp.http.port",
                        "smp.https.port",
                        "smp.tls.keystore",
                        "smp.tls.password-file",
                        "smp.public-url",
                        "smp.proxy.trusted",
                        "smp.storage.path",
                        "smp.image.max-bytes",
                        "smp.stamp.strength",
                        "smp.stamp.text",
                        "smp.db.server",
                        "smp.db.port",
                        "smp.db.instance",
                        "smp.db.name",
                        "smp.db.user",
                        "smp.db.password-file",
                        "smp.db.encrypt",
                        "smp.db.trust-server-certificate",
                        "smp.sp.jwks",
                        "smp.mp.jwks",
                        "smp.sp.origins",
                        "smp.window.opens-at",
                        "smp.window.closes-at",
                        "smp.backup.path",
                        "smp.backup.at",
                        "smp.backup.keep");
        assertThat(refused.faults())
                .allSatisfy(fault -> assertThat(refused.getMessage())
                        .contains("\n  " + fault.key() + ": " + fault.chinese() + " / " + fault.english()));
        assertThat(refused.getMessage())
                .startsWith("设置文件 " + home.file() + " 有 31 处错误")
                .contains("smp.district.name: 必须填写 / is required")
                .contains("没有这个设置项，是不是 smp.db.server？")
                .contains("smp.stamp.text: 水印中写不出这些字：한 글");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smp.district.code",
                "smp.district.name",
                "smp.catalogue",
                "smp.public-url",
                "smp.storage.path",
                "smp.sp.jwks",
                "smp.mp.jwks"
            })
    void aNeededKeyThatIsMissingOrEmptyIsNamed(String key) throws Exception {
        assertThat(home.without(key).faults()).containsExactly(key + ": is required");
        assertThat(home.with(key, "  ").faults()).containsExactly(key + ": is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smp.district.code | 62a",
                "smp.district.code | 1234567890123",
                "smp.image.max-bytes | 0",
                "smp.image.max-bytes | 99999999999",
                "smp.stamp.strength | 23",
                "smp.stamp.strength | strong",
                "smp.stamp.text | 一二三四五六七八九十一二三四五六七八九十一",
                "smp.http.port | 65536",
                "smp.public-url | https://smp.example.cn/other",
                "smp.public-url | https://user@smp.example.cn",
                "smp.public-url | https://smp.example.cn?a=b",
                "smp.public-url | ftp://smp.example.cn",
                "smp.public-url | https://",
                "smp.public-url | https://a b",
                "smp.sp.origins | https://sp.example.cn/",
                "smp.sp.origins | null",
                "smp.webhook.mp.url | mp.example.cn",
                "smp.webhook.mp.url | ftp://mp.example.cn/",
                "smp.webhook.mp.url | http://mp.example.cn/changes",
                "smp.webhook.mp.url | http://127.0.0.1.example.cn/",
                "smp.webhook.sp.url | https://user:word@sp.example.cn/",
                "smp.webhook.sp.url | https://sp.example.cn/#here",
                "smp.webhook.sp.url | https:///changes",
                "smp.webhook.sp.url | https://sp.example.cn:0/",
                "smp.proxy.trusted | 10.0.0.0/33",
                "smp.proxy.trusted | 10.0.0.256",
                "smp.db.user | smp",
                "smp.db.password-file | conf/sp.jwks.json",
                "smp.db.instance | EXAM",
                "smp.db.port | 0",
                "smp.tls.keystore | conf/sp.jwks.json",
                "smp.tls.password-file | conf/sp.jwks.json",
                "smp.sp.jwks | conf",
                "smp.unheard-of | 1",
                "smp.storage.path | /x/Inetpub/wwwroot",
                "smp.storage.path | /x/y/../inetpub//wwwroot/smp",
                "smp.storage.path | D:\\Inetpub\\wwwroot\\smp",
                "smp.storage.path | C:/INETPUB/wwwRoot",
                "smp.backup.path | pictures",
                "smp.backup.path | pictures/backup",
                "smp.backup.path | .",
                "smp.backup.at | 02:00",
                "smp.backup.keep | 14",
            })
    void aWrongValueIsNamed(String key, String value) throws Exception {
        assertThat(home.with(key, value).faults()).singleElement().asString().startsWith(key + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "smp.storage.path, /inetpub/wwwroot2",
        "smp.storage.path, /inetpub/other/wwwroot",
        "smp.public-url, http://127.0.0.1:8001/",
        "smp.public-url, 'https://[::1]:8443/nme/ext'",
        "smp.webhook.sp.url, HTTPS://SP.example.cn",
        "smp.webhook.sp.url, http://LOCALHOST:9000/in",
        "smp.webhook.mp.url, 'http://[::1]:9000/in?a=b'",
        "smp.db.port, 1433",
        "smp.backup.path, backup",
        "smp.stamp.strength, 64",
        "smp.stamp.text, 一二三四五六七八九十一二三四五六七八九十",
        "smp.stamp.text, 《兵团》2026-A",
        "other.key, 1"
    })
    void aGoodValueIsTaken(String key, String value) throws Exception {
        assertThat(home.with(key, value).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D:\\Program\\SMP\\新影像",
                "D:\\temp\\new\\users",
                "\\\\server\\share\\smp",
                "D:\\SMP\\",
                "conf\\test"
            })
    void aPathWithBackslashesSurvivesBeingTyped(String typed) throws Exception {
        SmpSettings settings = home.with("smp.storage.path", typed).read();

        assertThat(settings.storage().path())
                .isEqualTo(settings.home().resolve(typed).normalize());
    }

    @Test
    void httpsNeedsAKeystoreThatOpensAndHoldsAPrivateKey() throws Exception {
        home.with("smp.https.port", "8443");
        assertThat(home.faults())
                .containsExactly(
                        "smp.tls.keystore: is required where smp.https.port is set",
                        "smp.tls.password-file: is required where smp.https.port is set");

        home.write("conf/tls.txt", "wrong")
                .keystore("conf/smp.p12", "opensesame")
                .with("smp.tls.keystore", "conf/smp.p12")
                .with("smp.tls.password-file", "conf/tls.txt");
        assertThat(home.faults()).singleElement().asString().contains("cannot be opened");

        home.write("conf/tls.txt", "opensesame")
                .keystoreWithoutPrivateKey("conf/none.p12", "opensesame")
                .with("smp.tls.keystore", "conf/none.p12");
        assertThat(home.faults()).singleElement().asString().contains("holds no private key");

        // as in the keystore that Payara brings along, whose private key everybody has
        home.keystore("conf/own.p12", "opensesame", "CN=localhost, OU=Payara, O=Payara Foundation, C=UK")
                .with("smp.tls.keystore", "conf/own.p12");
        assertThat(home.faults()).singleElement().asString().contains("came with a server");

        home.with("smp.tls.keystore", "conf/smp.p12").with("smp.https.port", "8001");
        assertThat(home.faults())
                .containsExactly("smp.https.port: is the same as smp.http.port; the two ports must differ");
    }

    @Test
    void theWindowMustCloseAfterItOpens() throws Exception {
        home.with("smp.window.opens-at", "2021-01-15T09:00:00+08:00")
                .with("smp.window.closes-at", "2021-01-15T01:00:00Z");

        assertThat(home.faults()).containsExactly("smp.window.closes-at: must be later than smp.window.opens-at");
    }

    @ParameterizedTest
    @CsvSource({",,1433", "EXAM,,", "EXAM,1500,1500"})
    void thePortOfANamedInstanceIsLeftToTheServer(String instance, String port, Integer expected) throws Exception {
        home.write("conf/db.txt", "secret")
                .with("smp.db.server", "db")
                .with("smp.db.user", "smp")
                .with("smp.db.password-file", "conf/db.txt")
                .with("smp.db.instance", instance == null ? "" : instance)
                .with("smp.db.port", port == null ? "" : port);

        DatabaseSettings.SqlServer database =
                (DatabaseSettings.SqlServer) home.read().database();

        assertThat(database.port()).isEqualTo(expected == null ? OptionalInt.empty() : OptionalInt.of(expected));
        assertThat(database.encrypt()).isTrue();
        assertThat(database.trustServerCertificate()).isFalse();
    }

    @Test
    void aDatabaseAddressIsASqlServersAndHoldsNoPassword() throws Exception {
        home.write("conf/db.txt", "secret").with("smp.db.user", "smp").with("smp.db.password-file", "conf/db.txt");

        home.with("smp.db.url", "jdbc:h2:mem:x;password=hidden1");
        assertThat(home.faults()).containsExactly("smp.db.url: the address must begin with jdbc:sqlserver://");
        home.with("smp.db.url", "jdbc:sqlserver://db;PassWord = hidden1");
        assertThat(home.faults())
                .singleElement()
                .asString()
                .contains("no password in the address")
                .doesNotContain("hidden1");
    }

    @Test
    void aSecretNeverPrints() throws Exception {
        SmpSettings settings = withEveryKey().read();

        assertThat(settings.toString()).contains("***").doesNotContain("opensesame", "pass word");
    }

    @Test
    void everyKeyIsKnownByItsOwnName() {
        assertThat(Arrays.stream(SettingKey.values()).map(SettingKey::key))
                .doesNotHaveDuplicates()
                .allSatisfy(key ->
                        assertThat(SettingKey.of(key)).map(SettingKey::key).contains(key));
    }

    @ParameterizedTest
    @CsvSource({
        "smp.db.sever, smp.db.server",
        "smp.image.maxbytes, smp.image.max-bytes",
        "smp.district.Code, smp.district.code",
        "smp.zp.jwks,",
        "smp.something.else,"
    })
    void theKeyThatWasMeantIsNamedOnlyWhenItIsObvious(String wrong, String meant) {
        assertThat(SettingKey.nearest(wrong).map(SettingKey::key)).isEqualTo(Optional.ofNullable(meant));
    }
}
