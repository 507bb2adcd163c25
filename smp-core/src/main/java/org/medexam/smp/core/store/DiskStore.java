package org.medexam.smp.core.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Pictures in folders of a local or mounted disk. */
public final class DiskStore implements PictureStore {

    /** @param root need not be there yet */
    public DiskStore(Path root) {}

    @Override
    public StoredFile keep(PicturePlace place, String fileName, byte[] stamped) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] read(String location, String expectedSha256) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(String location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long freeBytes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void probe() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<UUID> identity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void claim(UUID identity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean holdsPictures() {
        throw new UnsupportedOperationException();
    }
}
