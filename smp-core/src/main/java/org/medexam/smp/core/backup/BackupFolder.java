package org.medexam.smp.core.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.medexam.smp.core.age.AgeIdentity;
import org.medexam.smp.core.age.AgeRecipient;
import org.medexam.smp.core.backup.BackupRefused.Reason;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.file.FileMutex;
import org.medexam.smp.core.file.Sha256;

/** A folder of backups, sealed to one key: how it lies on the disk. */
public final class BackupFolder {

    private static final String MUTEX_FILE = "lock";

    private static final String MARKER = "SMP-BACKUP.txt";
    private static final Pattern RECIPIENT = Pattern.compile("(?m)^recipient=(age1[0-9a-z]+)\\s*$");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final AgeRecipient recipient;

    private BackupFolder(Path root, AgeRecipient recipient) {
        this.root = root;
        this.recipient = recipient;
    }

    /**
     * One that is there.
     *
     * @throws BackupRefused when it holds no backups
     */
    public static BackupFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Matcher line = RECIPIENT.matcher(Files.readString(root.resolve(MARKER)));
            if (!line.find()) {
                throw new BackupRefused(Reason.NOT_A_BACKUP_FOLDER, root);
            }
            return new BackupFolder(root, new AgeRecipient(line.group(1)));
        } catch (IOException | IllegalArgumentException none) {
            throw new BackupRefused(Reason.NOT_A_BACKUP_FOLDER, root).because(none);
        }
    }

    /**
     * One to write to; made where there is none yet.
     *
     * @throws BackupRefused when it was made for another key, or holds other things
     */
    static BackupFolder forWriting(Path folder, AgeRecipient recipient) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        if (Files.notExists(root.resolve(MARKER))) {
            begin(root, recipient);
        }
        BackupFolder opened = open(root);
        if (!opened.recipient.equals(recipient)) {
            throw new BackupRefused(Reason.FOLDER_OF_OTHER_KEY, root);
        }
        return opened;
    }

    private static void begin(Path root, AgeRecipient recipient) throws IOException {
        Files.createDirectories(root.resolve("objects"));
        Files.createDirectories(root.resolve("snapshots"));
        try (Stream<Path> inside = Files.list(root)) {
            if (inside.map(path -> path.getFileName().toString())
                    .anyMatch(name -> !name.equals("objects")
                            && !name.equals("snapshots")
                            && !name.equals(MUTEX_FILE)
                            && !name.startsWith(AtomicFile.TEMPORARY_PREFIX))) {
                throw new BackupRefused(Reason.NOT_A_BACKUP_FOLDER, root);
            }
        }
        try (InputStream words = BackupFolder.class.getResourceAsStream(MARKER)) {
            String text = new String(words.readAllBytes(), StandardCharsets.UTF_8) + "recipient=" + recipient.text();
            AtomicFile.writeWithoutFolderSync(
                    root.resolve(MARKER),
                    out -> out.write((text + "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        }
        AtomicFile.syncFolder(root);
    }

    static boolean isOne(Path folder) {
        return Files.exists(folder.resolve(MARKER));
    }

    public Path root() {
        return root;
    }

    /** @throws BackupRefused when the backups were sealed to another key */
    public void refuseOtherKey(AgeIdentity identity) {
        if (!identity.recipient().equals(recipient)) {
            throw new BackupRefused(Reason.FOLDER_OF_OTHER_KEY, root);
        }
    }

    /** Whole backups, oldest first. */
    public List<SnapshotName> snapshots() {
        return named(SnapshotName.SEALED);
    }

    /** @param wanted the name of one; empty: the newest */
    public SnapshotName snapshot(Optional<String> wanted) {
        List<SnapshotName> all = snapshots();
        return all.stream()
                .filter(name -> wanted.isEmpty() || wanted.get().equals(name.text()))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new BackupRefused(Reason.NO_SNAPSHOT, root));
    }

    List<SnapshotName> named(String ending) {
        List<SnapshotName> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve("snapshots"))) {
            for (Path file : files) {
                SnapshotName.of(file.getFileName().toString(), ending).ifPresent(names::add);
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException closed) {
            throw new BackupRefused(Reason.NOT_A_BACKUP_FOLDER, root).because(closed);
        }
        names.sort(null);
        return names;
    }

    Path snapshotFile(SnapshotName name, String ending) {
        return root.resolve("snapshots").resolve(name.text() + ending);
    }

    private Path objectFile(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a digest");
        }
        return objects().resolve(sha256.substring(0, 2)).resolve(sha256 + SnapshotName.SEALED);
    }

    Path objects() {
        return root.resolve("objects");
    }

    boolean hasObject(String sha256) {
        return Files.exists(objectFile(sha256));
    }

    /**
     * Keeps a picture; its folder's names are synced later, once for all ({@link #syncObjects}).
     *
     * @return bytes of the sealed file
     */
    long addObject(String sha256, byte[] content) throws IOException {
        Path file = objectFile(sha256);
        Files.createDirectories(file.getParent());
        AtomicFile.writeWithoutFolderSync(file, out -> seal(out, content));
        return Files.size(file);
    }

    private void seal(OutputStream out, byte[] content) throws IOException {
        try (OutputStream sealed = recipient.seal(out)) {
            sealed.write(content);
        }
    }

    OutputStream seal(OutputStream out) throws IOException {
        return recipient.seal(out);
    }

    void syncObjects() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(objects())) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    AtomicFile.syncFolder(folder);
                }
            }
        }
        AtomicFile.syncFolder(objects());
    }

    /** @throws BackupRefused {@code BUSY} while another process or thread writes to this folder */
    FileMutex acquireMutex() throws IOException {
        return FileMutex.tryAcquire(root.resolve(MUTEX_FILE))
                .orElseThrow(() -> new BackupRefused(BackupRefused.Reason.BUSY, root));
    }

    void syncSnapshots() throws IOException {
        AtomicFile.syncFolder(root.resolve("snapshots"));
    }

    /**
     * A picture as it was kept; empty where the backup does not have it, or not any more as it was.
     *
     * @param sha256 of the kept picture
     */
    public Optional<byte[]> object(String sha256, AgeIdentity identity) {
        try (InputStream in = identity.open(new BufferedInputStream(Files.newInputStream(objectFile(sha256))))) {
            byte[] content = in.readAllBytes();
            String found = Sha256.of(content);
            return found.equals(sha256) ? Optional.of(content) : Optional.empty();
        } catch (IOException goneOrDamaged) {
            return Optional.empty();
        }
    }
}
