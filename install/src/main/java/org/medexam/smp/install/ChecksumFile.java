package org.medexam.smp.install;

import java.io.IOException;
import java.nio.file.Path;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.file.Sha256;

/** Writes a file's checksum beside it, for {@code sha256sum -c}. */
public final class ChecksumFile {

    private ChecksumFile() {}

    /** @param arguments the file */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        AtomicFile.write(Path.of(file + ".sha256"), Sha256.of(file) + "  " + file.getFileName() + "\n");
    }
}
