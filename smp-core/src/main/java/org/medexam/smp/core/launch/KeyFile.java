package org.medexam.smp.core.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.medexam.smp.core.file.PrivateFile;

/** A random secret in a private file of its own: made when it is first asked for, the same from then on. */
public final class KeyFile {

    private static final int BYTES = 32;

    private KeyFile() {}

    /**
     * @param file its folder must be there
     * @return 32 bytes
     * @throws IllegalStateException when the file holds something else, or cannot be read or made; the message says what
     *     to do
     */
    public static byte[] foundOrMade(Path file) {
        try {
            if (Files.notExists(file)) {
                byte[] fresh = new byte[BYTES];
                new SecureRandom().nextBytes(fresh);
                PrivateFile.write(file, HexFormat.of().formatHex(fresh) + "\n");
            }
            return parsed(file, Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + " cannot be read or made: the service's account must be able to write to its folder", e);
        }
    }

    private static byte[] parsed(Path file, String text) {
        if (!text.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
            throw new IllegalStateException(file + " does not hold " + 2 * BYTES
                    + " hexadecimal digits: restore it from a backup, or delete it and a new one is made");
        }
        return HexFormat.of().parseHex(text);
    }
}
