package org.medexam.smp.server.upload;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A picture's name on the wire and on disk: 128 random bits, so that nobody can guess another's. */
final class PictureId {

    private static final int BYTES = 16;

    private PictureId() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
