package org.medexam.smp.tool.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.file.FileTree;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;

/**
 * Programs as they were handed out: whole, and unchanged since.
 *
 * @param folder the folder {@code SMP} with them
 */
record NewPrograms(Path folder) {

    /** What is the administrator's, whatever an archive may hold under that name. */
    private static final List<String> NOT_PROGRAMS = List.of("conf", "data", "logs", "temp", "previous", "next");

    /**
     * @param from an archive, which is unpacked, or a folder with or around the folder {@code SMP}
     * @param next where to unpack it; emptied first
     */
    static NewPrograms open(Path from, Path next, ToolMessages texts) throws IOException {
        Path folder = from;
        if (Files.isRegularFile(from)) {
            FileTree.delete(next);
            unpack(from, next, texts);
            folder = next;
        }
        if (Files.isDirectory(folder.resolve("SMP"))) {
            folder = folder.resolve("SMP");
        }
        NewPrograms programs = new NewPrograms(folder.toAbsolutePath().normalize());
        programs.check(texts);
        return programs;
    }

    /** @throws Failed naming what is missing or was changed */
    void check(ToolMessages texts) throws IOException {
        try {
            List<String> faults = Checksums.faults(folder);
            if (!faults.isEmpty()) {
                throw new Failed(texts.say("upgrade.damaged", folder, String.join(", ", faults)));
            }
        } catch (NoSuchFileException noList) {
            throw new Failed(texts.say("upgrade.no-programs", folder));
        }
    }

    String version() {
        return new Installation(folder).version().orElse("0");
    }

    /** Names in the folder that an upgrade replaces. */
    List<String> parts() throws IOException {
        try (Stream<Path> names = Files.list(folder)) {
            return names.map(path -> path.getFileName().toString())
                    .filter(name -> !NOT_PROGRAMS.contains(name))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static void unpack(Path archive, Path into, ToolMessages texts) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new Failed(texts.say("upgrade.no-programs", archive));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    AtomicFile.writeWithoutFolderSync(target, zip::transferTo);
                    makeRunnable(target);
                }
            }
        }
        if (Files.notExists(into)) {
            throw new Failed(texts.say("upgrade.no-programs", archive));
        }
    }

    /** A ZIP as Java reads it says nothing about that; scripts have no ending here. */
    private static void makeRunnable(Path file) {
        String folder = file.getParent().getFileName().toString();
        if ((folder.equals("bin") || folder.equals("tool"))
                && !file.getFileName().toString().contains(".")) {
            file.toFile().setExecutable(true, false);
        }
    }
}
