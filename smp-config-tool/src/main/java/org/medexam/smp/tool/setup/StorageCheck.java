package org.medexam.smp.tool.setup;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.settings.StorageSettings;
import org.medexam.smp.tool.ToolMessages;

/** Looks at the folder of the pictures, 图片文件存储路径, and at its disk. Writes into it, and takes that away again. */
public final class StorageCheck {

    private static final long GIGABYTE = 1L << 30;
    private static final long ROOMY = 20 * GIGABYTE;
    private static final int PROBE_BYTES = 4096;

    /** What a disk says of itself. */
    @FunctionalInterface
    interface Space {
        /** Bytes that are left for us on the disk of an existing folder. */
        long left(Path folder) throws IOException;
    }

    private final FindingMessages words;
    private final Space space;

    public StorageCheck(ToolMessages texts) {
        this(texts, folder -> Files.getFileStore(folder).getUsableSpace());
    }

    StorageCheck(ToolMessages texts, Space space) {
        words = FindingMessages.of(texts, "storage.subject");
        this.space = space;
    }

    /** @param folder absolute; need not be there yet */
    public List<Finding> look(Path folder) {
        Optional<Path> existing = nearestExisting(folder);
        if (StorageSettings.isBelowWebRoot(folder)
                || existing.map(HomeCheck::real)
                        .filter(StorageSettings::isBelowWebRoot)
                        .isPresent()) {
            return List.of(words.fault("storage.web-root", folder));
        }
        if (existing.isEmpty()) {
            return List.of(words.fault("storage.no-disk", folder));
        }
        if (!Files.isDirectory(existing.get())) {
            return List.of(words.fault("storage.not-a-folder", existing.get()));
        }
        try {
            write(existing.get());
            return room(folder, existing.get());
        } catch (IOException cannot) {
            return List.of(words.fault("storage.not-writable", existing.get()));
        }
    }

    private List<Finding> room(Path folder, Path existing) throws IOException {
        List<Finding> findings = new ArrayList<>();
        long left = space.left(existing);
        String gigabytes = String.format(Locale.ROOT, "%.1f", (double) left / GIGABYTE);
        if (left < GIGABYTE) {
            findings.add(words.fault("storage.full", folder, gigabytes));
        } else if (left < ROOMY) {
            findings.add(words.advice("storage.tight", folder, gigabytes));
        } else {
            findings.add(words.good("storage.good", folder, gigabytes));
        }
        if (onSystemDisk(existing)) {
            findings.add(words.advice("storage.system-disk", folder));
        }
        return List.copyOf(findings);
    }

    private static Optional<Path> nearestExisting(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return Optional.ofNullable(there);
    }

    /** Writes a probe file: permissions that are listed do not prove that a write succeeds. */
    private static void write(Path folder) throws IOException {
        Path probe = folder.resolve(".smp-check-" + UUID.randomUUID());
        try {
            AtomicFile.write(probe, new byte[PROBE_BYTES]);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static boolean onSystemDisk(Path folder) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        Path system = Path.of(Optional.ofNullable(System.getenv("SystemDrive"))
                .map(drive -> drive + "\\")
                .orElse("/"));
        return Files.exists(system) && Files.getFileStore(system).equals(disk);
    }
}
