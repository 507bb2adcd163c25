package org.medexam.smp.tool.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.medexam.smp.tool.client.LocalServerClient;

/**
 * Whether {@code smp.public-url} leads here by https, with a certificate that is made out to its name. Asked from this
 * machine, so that no answer may only mean that the network has no way back in.
 */
final class AddressCheck implements AcceptanceCheck {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final Duration SOON = Duration.ofDays(30);
    private static final String LIVE = LocalServerClient.CONTEXT_ROOT + LocalServerClient.LIVE;
    private static final String OURS = "{\"status\":\"up\"}";

    private final URI publicUrl;
    private final Instant now;
    private final ZoneId zone;

    AddressCheck(URI publicUrl, Instant now, ZoneId zone) {
        this.publicUrl = publicUrl;
        this.now = now;
        this.zone = zone;
    }

    @Override
    public AcceptanceStep look(StepResult step) {
        step.figure("address", publicUrl.toString());
        if (!"https".equals(publicUrl.getScheme())) {
            return isOfThisMachine() ? step.advice("local", publicUrl) : step.fault("plain", publicUrl);
        }
        Seen seen = new Seen();
        try {
            HttpsURLConnection line =
                    (HttpsURLConnection) URI.create(publicUrl + LIVE).toURL().openConnection();
            line.setSSLSocketFactory(seen.context().getSocketFactory());
            line.setHostnameVerifier((host, session) -> true); // looked at below, with words
            line.setConnectTimeout(PATIENCE_MILLIS);
            line.setReadTimeout(PATIENCE_MILLIS);
            line.setInstanceFollowRedirects(false);
            int status = line.getResponseCode();
            String body = status == 200
                    ? new String(line.getInputStream().readNBytes(OURS.length() + 1), StandardCharsets.UTF_8)
                    : "";
            line.disconnect();
            return status == 200 && body.equals(OURS) ? judge(step, seen) : step.fault("another", publicUrl, status);
        } catch (IOException | GeneralSecurityException away) {
            return seen.chain == null
                    ? step.advice("away", publicUrl)
                    : step.fault("tls", publicUrl, away.getClass().getSimpleName());
        }
    }

    private boolean isOfThisMachine() {
        try {
            return InetAddress.getByName(publicUrl.getHost()).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    private AcceptanceStep judge(StepResult step, Seen seen) {
        X509Certificate certificate = seen.chain[0];
        Instant end = certificate.getNotAfter().toInstant();
        String until = end.atZone(zone).toLocalDate().toString();
        step.figure("certificateUntil", until).figure("certificateTrusted", seen.trusted);
        if (!CertificateNames.fit(certificate, publicUrl.getHost())) {
            return step.fault("other-name", publicUrl.getHost());
        }
        if (now.isAfter(end) || now.isBefore(certificate.getNotBefore().toInstant())) {
            return step.fault("expired", until);
        }
        if (!seen.trusted) {
            return step.advice("not-trusted", publicUrl, until);
        }
        return now.plus(SOON).isAfter(end)
                ? step.advice("soon", publicUrl, until)
                : step.good("good", publicUrl, until);
    }

    /** Lets every certificate pass and remembers which it was, and whether a browser would have let it. */
    private static final class Seen implements X509TrustManager {

        private X509Certificate[] chain;
        private boolean trusted;

        SSLContext context() throws GeneralSecurityException {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, new SecureRandom());
            return context;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String kind) throws CertificateException {
            chain = shown.clone();
            try {
                usual().checkServerTrusted(shown, kind);
                trusted = true;
            } catch (CertificateException notTrusted) {
                trusted = false;
            }
        }

        private static X509TrustManager usual() throws CertificateException {
            try {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init((KeyStore) null);
                return Arrays.stream(factory.getTrustManagers())
                        .filter(X509TrustManager.class::isInstance)
                        .map(X509TrustManager.class::cast)
                        .findFirst()
                        .orElseThrow(() -> new CertificateException("nobody is trusted here"));
            } catch (GeneralSecurityException broken) {
                throw new CertificateException(broken);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String kind) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
