package org.medexam.smp.imaging.mark;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a district. It determines the position and the dither of the mark on each picture: equal for the same
 * picture and district, different for any other, and unpredictable without the secret.
 */
public final class DistrictKey {

    private static final String HMAC = "HmacSHA256";
    private static final int MIN_BYTES = 16;
    private static final int TAIL_BYTES = 1024;

    private final SecretKeySpec secret;

    /** @param secret at least 16 bytes */
    public DistrictKey(byte[] secret) {
        if (secret.length < MIN_BYTES) {
            throw new IllegalArgumentException("the district's secret has fewer than " + MIN_BYTES + " bytes");
        }
        this.secret = new SecretKeySpec(secret, HMAC);
    }

    /**
     * Computes the position and the dither of the mark on a picture. At least one whole copy of the text is visible if
     * the picture is large enough.
     *
     * @param received the received bytes of the picture
     * @param width of the upright picture in pixels
     * @param height of the upright picture in pixels
     */
    public MarkPosition position(byte[] received, int width, int height, MarkLattice lattice) {
        ByteBuffer drawn = ByteBuffer.wrap(hmac(received));
        MarkLattice.Text text = lattice.text();
        int left = offset(width / MarkLattice.BLOCK - text.columns(), drawn.getInt());
        int top = offset(height / MarkLattice.BLOCK - text.rows(), drawn.getInt());
        return new MarkPosition(text.left() - left, text.top() - top, drawn.getLong());
    }

    /** A picture that is too small for the whole text shows its middle. */
    private static int offset(int free, int drawn) {
        return free < 0 ? free / 2 : Math.floorMod(drawn, free + 1);
    }

    /**
     * The HMAC of the picture's length, checksum and last bytes; an HMAC of the whole picture would take longer than the
     * stamp. Pictures that are constructed to agree in these get the same position and dither; their author has both
     * without the mark anyway.
     */
    private byte[] hmac(byte[] received) {
        CRC32 checksum = new CRC32();
        checksum.update(received);
        int from = Math.max(0, received.length - TAIL_BYTES);
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
