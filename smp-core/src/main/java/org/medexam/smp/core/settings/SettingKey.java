package org.medexam.smp.core.settings;

import java.util.Arrays;
import java.util.Optional;

/** Every setting there is, in the order in which a person meets them in the sample file (contract §5). */
public enum SettingKey {
    DISTRICT_CODE("smp.district.code"),
    DISTRICT_NAME("smp.district.name"),
    DISTRICT_ZONE("smp.district.zone"),
    CATALOGUE("smp.catalogue"),
    HTTP_PORT("smp.http.port"),
    HTTPS_PORT("smp.https.port"),
    TLS_KEYSTORE("smp.tls.keystore"),
    TLS_PASSWORD_FILE("smp.tls.password-file"),
    PUBLIC_URL("smp.public-url"),
    PROXY_TRUSTED("smp.proxy.trusted"),
    STORAGE_PATH("smp.storage.path"),
    IMAGE_MAX_BYTES("smp.image.max-bytes"),
    STAMP_STRENGTH("smp.stamp.strength"),
    STAMP_TEXT("smp.stamp.text"),
    DB_SERVER("smp.db.server"),
    DB_PORT("smp.db.port"),
    DB_INSTANCE("smp.db.instance"),
    DB_NAME("smp.db.name"),
    DB_USER("smp.db.user"),
    DB_PASSWORD_FILE("smp.db.password-file"),
    DB_ENCRYPT("smp.db.encrypt"),
    DB_TRUST_SERVER_CERTIFICATE("smp.db.trust-server-certificate"),
    DB_URL("smp.db.url"),
    SP_JWKS("smp.sp.jwks"),
    MP_JWKS("smp.mp.jwks"),
    SP_ORIGINS("smp.sp.origins"),
    WEBHOOK_SP_URL("smp.webhook.sp.url"),
    WEBHOOK_MP_URL("smp.webhook.mp.url"),
    WINDOW_OPENS_AT("smp.window.opens-at"),
    WINDOW_CLOSES_AT("smp.window.closes-at"),
    WINDOW_LATE_ABANDONS("smp.window.late-abandons"),
    REVIEW_PARALLEL("smp.review.parallel"),
    REVIEW_OVERDUE_FAILS("smp.review.overdue-fails"),
    BACKUP_PATH("smp.backup.path"),
    BACKUP_AT("smp.backup.at"),
    BACKUP_KEEP("smp.backup.keep");

    /** What our own keys begin with; keys that do not are somebody else's and left alone. */
    static final String PREFIX = "smp.";

    /** At most so many letters wrong, and the key that was meant is obvious. */
    private static final int OBVIOUS = 3;

    private final String key;

    SettingKey(String key) {
        this.key = key;
    }

    /** As it stands in the file. */
    public String key() {
        return key;
    }

    @Override
    public String toString() {
        return key;
    }

    static Optional<SettingKey> of(String key) {
        return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
    }

    /** The known key that was meant by a wrong one, if there is exactly one nearest and it is near. */
    static Optional<SettingKey> nearest(String wrong) {
        Optional<SettingKey> nearest = Optional.empty();
        int least = OBVIOUS + 1;
        for (SettingKey known : values()) {
            int distance = distance(wrong, known.key);
            if (distance < least) {
                least = distance;
                nearest = Optional.of(known);
            } else if (distance == least) {
                nearest = Optional.empty();
            }
        }
        return nearest;
    }

    /** Levenshtein: how many letters must be put in, taken out or changed. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, column -> column);
        for (int row = 1; row <= a.length(); row++) {
            int[] line = new int[b.length() + 1];
            line[0] = row;
            for (int column = 1; column <= b.length(); column++) {
                int changed = above[column - 1] + (a.charAt(row - 1) == b.charAt(column - 1) ? 0 : 1);
                line[column] = Math.min(changed, 1 + Math.min(above[column], line[column - 1]));
            }
            above = line;
        }
        return above[b.length()];
    }
}
