package org.medexam.smp.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.medexam.smp.core.file.Sha256;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * The files of a {@link DiskStore} as they lie there: for backup, restore and verify, which want to know what is wrong
 * with a picture and not only that it cannot be served.
 */
public final class StoreFiles {

    private final Path root;
    private final StoreMarker marker;

    /** @param root of the {@link DiskStore} */
    public StoreFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.marker = StoreMarker.in(this.root);
    }

    public Path root() {
        return root;
    }

    /** What became of a picture's file. */
    public enum State {
        /** There, with the right digest. */
        RIGHT,
        MISSING,
        /** There, with another digest. */
        ALTERED,
        /** There, but the disk or the rights say no; or it is not a file, or a link leads elsewhere. */
        UNREADABLE
    }

    /**
     * @param sha256 of what lies there; empty where nothing can be read
     * @param content what lies there; empty where nothing can be read
     */
    public record Look(State state, String sha256, byte[] content) {

        private static Look without(State state) {
            return new Look(state, "", new byte[0]);
        }
    }

    /** Is told what lies in a store. */
    public interface Visitor {

        /**
         * @param location as a picture's row would name it; also of files that are none of ours
         * @param changed when it was last written
         */
        void file(String location, Instant changed) throws IOException;

        /** @param location of a file or folder that the system does not let us look at */
        void unreadable(String location) throws IOException;
    }

    /**
     * Reads a picture and says how it is.
     *
     * @throws Refusal {@code storage-unavailable} when the store as a whole is not there
     */
    public Look look(String location, String expectedSha256) {
        Path file = root.resolve(location);
        if (!Layout.isLocation(location)) {
            return Look.without(State.UNREADABLE);
        }
        try {
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                return missing();
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || leadsAway(file.getParent())) {
                return Look.without(State.UNREADABLE);
            }
            byte[] content = Files.readAllBytes(file);
            String sha256 = Sha256.of(content);
            return new Look(sha256.equals(expectedSha256) ? State.RIGHT : State.ALTERED, sha256, content);
        } catch (NoSuchFileException gone) {
            return missing();
        } catch (IOException failed) {
            refuseUnclaimed();
            return Look.without(State.UNREADABLE);
        }
    }

    private Look missing() {
        refuseUnclaimed();
        return Look.without(State.MISSING);
    }

    private boolean leadsAway(Path folder) throws IOException {
        return !folder.toRealPath().equals(root.toRealPath().resolve(root.relativize(folder)));
    }

    private void refuseUnclaimed() {
        if (!marker.present()) {
            throw Refusal.of(RefusalCode.STORAGE_UNAVAILABLE, "the store has no marker: is its disk mounted? " + root);
        }
    }

    /** Who this store is; empty before its first claim. */
    public Optional<UUID> identity() {
        return new DiskStore(root).identity();
    }

    /** Whether any picture lies here. */
    public boolean holdsPictures() {
        return new DiskStore(root).holdsPictures();
    }

    /** Gives an empty store its identity. */
    public void claim(UUID identity) {
        new DiskStore(root).claim(identity);
    }

    /**
     * Puts a picture to a location where there is none, as safely as a new one.
     *
     * @throws Refusal {@code storage-full}, {@code storage-unavailable}
     * @throws IllegalArgumentException when this is no location of a store
     * @throws IllegalStateException when something lies there; it is left as it is
     */
    public void put(String location, byte[] content) {
        StoredFile kept = new DiskStore(root).keep(Layout.place(location), Layout.fileName(location), content);
        if (!kept.location().equals(location)) {
            throw new IllegalArgumentException("not a location in a store");
        }
    }

    /**
     * Moves what lies at a location to {@code damaged/<day>/…}, where nobody serves or sweeps it.
     *
     * @return where it lies now, below the store's root
     */
    public String setAside(String location, LocalDate today) throws IOException {
        for (int number = 0; ; number++) {
            String aside = Layout.DAMAGED + "/" + today + "/" + location + (number == 0 ? "" : "." + number);
            Path target = root.resolve(aside);
            if (Files.notExists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(target.getParent());
                Files.move(root.resolve(location), target, StandardCopyOption.ATOMIC_MOVE);
                return aside;
            }
        }
    }

    /**
     * Tells of every file below the store's years, in an order that is the same each time; our temporary files are
     * left out.
     *
     * @param after begin behind this location
     */
    public void walk(Optional<String> after, Visitor visitor) throws IOException {
        refuseUnclaimed();
        try (Stream<Path> years = Files.list(root)) {
            for (Path year : sorted(years)) {
                if (Layout.isYear(year.getFileName().toString())) {
                    walk(year, after.map(location -> root.resolve(location)), visitor);
                }
            }
        }
    }

    private void walk(Path path, Optional<Path> after, Visitor visitor) throws IOException {
        if (after.isPresent() && isPast(path, after.get())) {
            return;
        }
        String location = Folders.location(root, path);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            tell(path, location, visitor);
            return;
        }
        List<Path> inside;
        try (Stream<Path> entries = Files.list(path)) {
            inside = sorted(entries);
        } catch (NoSuchFileException tidiedAway) {
            return;
        } catch (IOException closed) {
            visitor.unreadable(location);
            return;
        }
        for (Path each : inside) {
            walk(each, after, visitor);
        }
    }

    private static void tell(Path file, String location, Visitor visitor) throws IOException {
        if (Layout.isTemporary(file.getFileName().toString())) {
            return;
        }
        try {
            visitor.file(
                    location,
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant());
        } catch (NoSuchFileException destroyedMeanwhile) {
            return;
        }
    }

    /** Name by name, since that is how the walk goes: the order of whole texts is another one. */
    private boolean isPast(Path path, Path after) {
        Path one = root.relativize(path);
        Path other = root.relativize(after);
        for (int i = 0; i < Math.min(one.getNameCount(), other.getNameCount()); i++) {
            int order = one.getName(i).toString().compareTo(other.getName(i).toString());
            if (order != 0) {
                return order < 0;
            }
        }
        return one.getNameCount() == other.getNameCount();
    }

    private static List<Path> sorted(Stream<Path> paths) {
        return paths.sorted((one, other) -> one.getFileName()
                        .toString()
                        .compareTo(other.getFileName().toString()))
                .toList();
    }
}
