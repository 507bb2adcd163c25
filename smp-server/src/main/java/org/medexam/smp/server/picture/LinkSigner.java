package org.medexam.smp.server.picture;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Signs and checks links to one picture or thumbnail: HMAC-SHA-256 over what is shown, which picture, until when. */
@Singleton
public class LinkSigner {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final LinkKeys keys;
    private final Clock clock;
    private volatile byte[] secret;

    @Inject
    LinkSigner(LinkKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What a link shows. */
    enum View {
        PICTURE,
        THUMBNAIL
    }

    Instant expiry() {
        return clock.instant().plus(GOOD_FOR);
    }

    String sign(View view, String pictureId, long expiresAtSecond) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            byte[] signature =
                    mac.doFinal((view + "\n" + pictureId + "\n" + expiresAtSecond).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** @throws Refusal {@code NOT_FOUND} for a link that was altered or is past its five minutes */
    void check(View view, String pictureId, long expiresAtSecond, String signature) {
        boolean ours = signature != null
                && MessageDigest.isEqual(
                        sign(view, pictureId, expiresAtSecond).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
        if (!ours || clock.instant().getEpochSecond() > expiresAtSecond) {
            throw Refusal.of(RefusalCode.NOT_FOUND, "a link that is not ours, or not any more");
        }
    }

    private byte[] secret() {
        byte[] known = secret;
        if (known == null) {
            known = keys.foundOrMade(clock.instant()).secret();
            secret = known;
        }
        return known;
    }
}
