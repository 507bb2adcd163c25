package org.medexam.smp.tool.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.tool.setup.SelfSignedKeystore;

class AddressPageTest {

    @TempDir
    Path folder;

    private MadeUpHome home;

    @BeforeEach
    void unpack() throws Exception {
        home = MadeUpHome.in(folder);
    }

    @Test
    void saysWhatIsWrongWithPortsAndAddresses() throws Exception {
        home.withSettings(Map.of());
        try (ServerSocket taken = new ServerSocket(0);
                OpenWindow window = OpenWindow.chinese(home)) {
            window.step("address");
            window.type("http-port", "80 01").faults("http-port.note", "整数");
            window.type("http-port", String.valueOf(taken.getLocalPort())).faults("http-port.note", "占用");
            window.marks("address", Mark.FAULTY);
            window.type("http-port", "").says("http-port.note", "默认 8001");
            window.type("public-url", "smp.example.cn").faults("public-url.note", "不是本服务对外的网址");
            window.type("public-url", "https://smp.example.cn").says("public-url.note", "例如");
            window.type("proxy-trusted", "10.1.0.0/40").faults("proxy-trusted.note", "不是 IP 地址或网段");
            window.type("proxy-trusted", "10.1.0.0/16").says("proxy-trusted.note", "例如");
        }
    }

    @Test
    void opensTheCertificateWithItsPasswordAndSaysForWhomItIs() throws Exception {
        home.withSettings(Map.of("smp.proxy.trusted", ""));
        Path keystore = folder.resolve("bought.p12");
        SelfSignedKeystore.write(
                keystore,
                new Secret("made-up-3"),
                List.of("smp.example.cn"),
                Instant.now(),
                SelfSignedKeystore.DEFAULT_VALIDITY);
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("address").marks("address", Mark.TO_DO);
            window.choose("certificate.own");
            window.frame.textBox("https-port").requireText("8443");
            window.click("keystore.choose");
            window.answer(keystore);
            window.frame.textBox("keystore").requireText(keystore.toString());
            window.paste("keystore-password", "wrong").faults("keystore.note", "打不开");
            window.paste("keystore-password", "made-up-3").saysNot("keystore.note", "打不开");
            window.paste("https-port", "8001").faults("https-port.note", "与 端口 相同");
            window.paste("https-port", "").faults("keystore.note", "没有填写 https 端口");
            window.paste("https-port", "18443").saysNot("keystore.note", "没有填写");
            window.click("save");
            window.says("saved.note", "已保存");
            assertThat(home.path().resolve("conf/smp.p12.password")).hasContent("made-up-3");
            assertThat(Files.readString(home.settings()))
                    .contains("smp.https.port=18443")
                    .contains("bought.p12")
                    .doesNotContain("made-up-3");
        }
    }

    @Test
    void makesASelfSignedCertificateForThePublicAddress() throws Exception {
        home.withSettings(Map.of("smp.proxy.trusted", ""));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("address");
            window.choose("certificate.self-signed");
            window.says("self-signed.note", "浏览器会提示不受信任");
            window.click("self-signed.make");
            window.says("self-signed.note", "自签名证书");
            window.marks("address", Mark.DONE);
            window.click("save");
            window.says("saved.note", "已保存");

            Path made = only(home.path().resolve("conf"), "self-signed-*.p12");
            char[] password = Files.readString(home.path().resolve("conf/smp.p12.password"))
                    .strip()
                    .toCharArray();
            try (InputStream in = Files.newInputStream(made)) {
                KeyStore keystore = KeyStore.getInstance("PKCS12");
                keystore.load(in, password);
                X509Certificate certificate = (X509Certificate)
                        keystore.getCertificate(keystore.aliases().nextElement());
                assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=smp.example.cn");
            }
        }
    }

    @Test
    void behindAProxyNoCertificateIsNeeded() throws Exception {
        home.withSettings(Map.of("smp.proxy.trusted", "", "smp.https.port", "8443"));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("address");
            window.frame.radioButton("certificate.own").requireSelected();
            window.choose("certificate.proxy");
            window.frame.textBox("proxy-trusted").requireVisible();
            window.marks("address", Mark.TO_DO);
            window.type("proxy-trusted", "127.0.0.1");
            window.marks("address", Mark.DONE);
            window.click("save");
            window.says("saved.note", "已保存");
            assertThat(Files.readString(home.settings()))
                    .contains("smp.proxy.trusted=127.0.0.1")
                    .doesNotContain("\nsmp.https.port=");
        }
    }

    private static Path only(Path folder, String pattern) throws Exception {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            return files.iterator().next();
        }
    }
}
