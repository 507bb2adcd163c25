package org.medexam.smp.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.medexam.smp.core.file.Sha256;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * Pictures in folders of a local or mounted disk; how they lie there: {@link Layout}.
 *
 * <p>A picture is written under a temporary name beside its target, through to the disk, renamed in one step, and
 * then every folder from there up to the root is written through: all of them and not only the new ones, since
 * another thread or server may have made them a moment ago and not come as far yet. Where nothing is new that costs
 * next to nothing.
 */
public final class DiskStore implements PictureStore {

    /** How often a folder may be tidied away under our hands before we give up. */
    private static final int FOLDER_ATTEMPTS = 16;

    private final Path root;
    private final StoreMarker marker;
    private final Disk disk;

    /** @param root need not be there yet */
    public DiskStore(Path root) {
        this(root, new LocalDisk());
    }

    DiskStore(Path root, Disk disk) {
        this.root = root.toAbsolutePath().normalize();
        this.marker = StoreMarker.in(this.root);
        this.disk = new RetryingDisk(disk);
    }

    @Override
    public StoredFile keep(PicturePlace place, String fileName, byte[] stamped) {
        String location = Layout.location(place, fileName);
        Path target = root.resolve(location);
        Path temporary = target.resolveSibling(Layout.temporary(fileName));
        refuseUnclaimed();
        try {
            writeBeside(temporary, stamped);
            moveToPlace(temporary, target);
            return new StoredFile(location, stamped.length, Sha256.of(stamped));
        } catch (FileAlreadyExistsException inUse) {
            throw new IllegalStateException("the name is in use: " + location, inUse);
        } catch (IOException failed) {
            throw refusal(failed, stamped.length);
        }
    }

    private void writeBeside(Path temporary, byte[] stamped) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                createFolders(temporary.getParent());
                disk.create(temporary, stamped);
                return;
            } catch (NoSuchFileException tidiedAway) {
                if (attempt == FOLDER_ATTEMPTS || !marker.present()) {
                    throw tidiedAway;
                }
            }
        }
    }

    private void moveToPlace(Path temporary, Path target) throws IOException {
        Path left = temporary;
        try {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            disk.move(temporary, target);
            left = target;
            syncUpwards(target.getParent());
        } catch (IOException notKept) {
            removeWherePossible(left);
            throw notKept;
        }
    }

    /** What stays behind nevertheless, the sweep takes later. */
    private void removeWherePossible(Path left) {
        try {
            disk.delete(left);
            Folders.removeEmpty(left.getParent(), root);
        } catch (IOException leftBehind) {
            return;
        }
    }

    /** Never the root itself: that is not there while its disk is not mounted. */
    private void createFolders(Path folder) throws IOException {
        Path made = root;
        for (Path name : root.relativize(folder)) {
            made = made.resolve(name);
            if (!Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    Files.createDirectory(made);
                } catch (FileAlreadyExistsException somebodyElseDid) {
                    if (!Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
                        throw new NotDirectoryException(made.toString());
                    }
                }
            }
        }
    }

    private void syncUpwards(Path folder) throws IOException {
        for (Path each = folder; !each.equals(root); each = each.getParent()) {
            disk.sync(each);
        }
        disk.sync(root);
    }

    @Override
    public byte[] read(String location, String expectedSha256) {
        Path file = resolve(location);
        refuseUnclaimed();
        try {
            refuseDetour(file.getParent());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw damaged("file is gone: " + location);
            }
            byte[] stamped = Files.readAllBytes(file);
            if (!Sha256.of(stamped).equals(expectedSha256)) {
                throw damaged("file has another digest: " + location);
            }
            return stamped;
        } catch (NoSuchFileException gone) {
            refuseUnclaimed();
            throw damaged("file is gone: " + location);
        } catch (IOException failed) {
            throw refusal(failed, 0);
        }
    }

    @Override
    public void destroy(String location) {
        Path file = resolve(location);
        refuseUnclaimed();
        try {
            refuseDetour(file.getParent());
            disk.delete(file);
            disk.sync(file.getParent());
            Folders.removeEmpty(file.getParent(), root);
        } catch (NoSuchFileException goneAlready) {
            refuseUnclaimed();
        } catch (IOException failed) {
            throw refusal(failed, 0);
        }
    }

    @Override
    public long freeBytes() {
        try {
            return disk.usableBytes(root);
        } catch (IOException failed) {
            throw refusal(failed, 0);
        }
    }

    @Override
    public void probe() {
        refuseUnclaimed();
        Path probe = root.resolve(Layout.temporary("probe-" + UUID.randomUUID()));
        try {
            disk.create(probe, new byte[64]);
            disk.delete(probe);
        } catch (IOException failed) {
            throw refusal(failed, 64);
        }
    }

    @Override
    public Optional<UUID> identity() {
        try {
            return marker.identity();
        } catch (IOException failed) {
            throw refusal(failed, 0);
        }
    }

    @Override
    public synchronized void claim(UUID identity) {
        Optional<UUID> before = identity();
        if (before.isEmpty()) {
            mark(identity);
        }
        if (!identity().equals(Optional.of(identity))) {
            throw new IllegalStateException("the store has another identity");
        }
    }

    private void mark(UUID identity) {
        try {
            byte[] content = StoreMarker.content(identity);
            Deque<Path> newParents = missingFolders();
            Files.createDirectories(root);
            Path temporary = root.resolve(Layout.temporary("marker-" + identity));
            Files.deleteIfExists(temporary);
            disk.create(temporary, content);
            disk.move(temporary, marker.file());
            disk.sync(root);
            for (Path parent : newParents) {
                disk.sync(parent);
            }
        } catch (IOException failed) {
            throw refusal(failed, 0);
        }
    }

    /** The folders in which the first claim makes a new name, deepest first. */
    private Deque<Path> missingFolders() {
        Deque<Path> parents = new ArrayDeque<>();
        for (Path each = root; !Files.exists(each) && each.getParent() != null; each = each.getParent()) {
            parents.add(each.getParent());
        }
        return parents;
    }

    @Override
    public boolean holdsPictures() {
        try (Stream<Path> folders = Files.list(root)) {
            List<Path> years = folders.filter(
                            folder -> Layout.isYear(folder.getFileName().toString()))
                    .toList();
            for (Path year : years) {
                if (holdsPictures(year)) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException notThere) {
            return false;
        } catch (IOException failed) {
            throw refusal(failed, 0);
        }
    }

    private boolean holdsPictures(Path year) throws IOException {
        try (Stream<Path> files = Files.walk(year)) {
            return files.anyMatch(file -> Layout.isLocation(Folders.location(root, file)));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private Path resolve(String location) {
        if (!Layout.isLocation(location)) {
            throw damaged("not a location in a store");
        }
        return root.resolve(location);
    }

    /** A link on the way would lead out of the store, or to another dossier. */
    private void refuseDetour(Path folder) throws IOException {
        Path direct = root.toRealPath().resolve(root.relativize(folder));
        if (!folder.toRealPath().equals(direct)) {
            throw damaged("a folder of the store is a link");
        }
    }

    private void refuseUnclaimed() {
        if (!marker.present()) {
            throw Refusal.of(RefusalCode.STORAGE_UNAVAILABLE, "the store has no marker: is its disk mounted? " + root);
        }
    }

    private static Refusal damaged(String reason) {
        return Refusal.of(RefusalCode.PICTURE_DAMAGED, reason);
    }

    private Refusal refusal(IOException failed, long wanted) {
        return DiskFull.isReason(failed, disk, root, wanted)
                ? Refusal.of(RefusalCode.STORAGE_FULL, "no space left in the store", failed)
                : Refusal.of(RefusalCode.STORAGE_UNAVAILABLE, "the store cannot be used", failed);
    }
}
