package org.medexam.smp.core.stamp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The district's secret, from which follows where on each picture the mark lies and how it is dithered: the same for the
 * same picture and district, different for any other, and not to be told without the secret.
 */
public final class DistrictKey {

    private static final String HMAC = "HmacSHA256";
    private static final int LEAST_BYTES = 16;

    private final SecretKeySpec secret;

    /** @param secret at least 16 bytes that nobody else knows */
    public DistrictKey(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("the district's secret has fewer than " + LEAST_BYTES + " bytes");
        }
        this.secret = new SecretKeySpec(secret, HMAC);
    }

    /**
     * @param received the picture's bytes
     * @param columns in how many columns the tile may begin, ≥ 1
     * @param rows in how many rows the tile may begin, ≥ 1
     */
    Place place(byte[] received, int columns, int rows) {
        ByteBuffer drawn = ByteBuffer.wrap(authenticated(received));
        int column = Math.floorMod(drawn.getInt(), columns);
        int row = Math.floorMod(drawn.getInt(), rows);
        return new Place(column, row, drawn.getLong());
    }

    private byte[] authenticated(byte[] received) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac.doFinal(received);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
