package org.medexam.smp.imaging.mark;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The district's secret, from which follows where on each picture the mark lies and how it is dithered: the same for the
 * same picture and district, different for any other, and not to be told without the secret.
 */
public final class DistrictKey {

    private static final String HMAC = "HmacSHA256";
    private static final int LEAST_BYTES = 16;
    private static final int LAST_BYTES = 1024;

    private final SecretKeySpec secret;

    /** @param secret at least 16 bytes that nobody else knows */
    public DistrictKey(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("the district's secret has fewer than " + LEAST_BYTES + " bytes");
        }
        this.secret = new SecretKeySpec(secret, HMAC);
    }

    /**
     * Where on one picture the mark lies: anywhere, as long as one copy of the text shows in whole.
     *
     * @param received the picture's bytes
     * @param width of the upright picture in pixels
     * @param height of the upright picture in pixels
     */
    public MarkPosition position(byte[] received, int width, int height, MarkLattice lattice) {
        ByteBuffer drawn = ByteBuffer.wrap(authenticated(received));
        MarkLattice.Text text = lattice.text();
        int left = offset(width / MarkLattice.BLOCK - text.columns(), drawn.getInt());
        int top = offset(height / MarkLattice.BLOCK - text.rows(), drawn.getInt());
        return new MarkPosition(text.left() - left, text.top() - top, drawn.getLong());
    }

    /** What is too small for the whole text shows its middle. */
    private static int offset(int free, int drawn) {
        return free < 0 ? free / 2 : Math.floorMod(drawn, free + 1);
    }

    /**
     * The picture goes in by its length, its checksum and its last bytes, since to authenticate all of it would take
     * longer than to mark it. Two pictures made to agree in these would get the same place and dither; who can make
     * them has both without their mark.
     */
    private byte[] authenticated(byte[] received) {
        CRC32 checksum = new CRC32();
        checksum.update(received);
        int from = Math.max(0, received.length - LAST_BYTES);
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            mac.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                    .putLong(checksum.getValue())
                    .putInt(received.length)
                    .flip());
            mac.update(received, from, received.length - from);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
