package org.medexam.smp.install;

import java.io.IOException;
import java.nio.file.Path;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.tool.upgrade.Checksums;

/** Puts version, manual, licences and checksums into the assembled folder. */
public final class FinishFolder {

    private FinishFolder() {}

    /** @param arguments the folder, the version, the manual in Markdown, the folder with what is known of licences */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        AtomicFile.write(folder.resolve("VERSION"), arguments[1] + "\n");
        AtomicFile.write(folder.resolve("manual.html"), ManualPage.of(Path.of(arguments[2])));
        try {
            new Licences(folder, Path.of(arguments[3])).write();
        } catch (IllegalStateException unknown) {
            System.err.println(unknown.getMessage());
            System.exit(1);
        }
        Checksums.write(folder);
    }
}
