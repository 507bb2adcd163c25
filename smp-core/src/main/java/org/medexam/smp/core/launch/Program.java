package org.medexam.smp.core.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What this program is. */
public final class Program {

    private Program() {}

    /** Its version, e.g. {@code 0.1.0}. */
    public static String version() {
        try (InputStream in = Program.class.getResourceAsStream("version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
