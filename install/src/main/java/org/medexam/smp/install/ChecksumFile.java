package org.medexam.smp.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.medexam.smp.tool.upgrade.Checksums;

/** Writes a file's checksum beside it, for {@code sha256sum -c}. */
public final class ChecksumFile {

    private ChecksumFile() {}

    /** @param arguments the file */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.writeString(Path.of(file + ".sha256"), Checksums.digest(file) + "  " + file.getFileName() + "\n");
    }
}
