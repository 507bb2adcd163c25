package org.medexam.smp.tool.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.tool.setup.SelfSignedKeystore;

class CertificateNamesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "smp.example.cn, smp.example.cn, true",
        "smp.example.cn, SMP.example.CN, true",
        "smp.example.cn, example.cn, false",
        "smp.example.cn, xsmp.example.cn, false",
        "*.example.cn, smp.example.cn, true",
        "*.example.cn, a.smp.example.cn, false",
        "*.example.cn, example.cn, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8::1, [2001:db8:0::1], true",
        "smp.example.cn, 192.0.2.1, false",
    })
    void fitsAsABrowserSeesIt(String madeOutTo, String host, boolean fits) throws Exception {
        Path file = folder.resolve("one.p12");
        Secret password = new Secret("shi-yan");
        SelfSignedKeystore.write(file, password, List.of(madeOutTo), Instant.now(), Duration.ofDays(1));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(Files.newInputStream(file), password.reveal().toCharArray());
        X509Certificate certificate =
                (X509Certificate) keys.getCertificate(keys.aliases().nextElement());

        assertThat(CertificateNames.fit(certificate, host)).isEqualTo(fits);
    }
}
