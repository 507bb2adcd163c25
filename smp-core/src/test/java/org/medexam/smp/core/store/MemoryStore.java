package org.medexam.smp.core.store;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.medexam.smp.core.file.Sha256;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Pictures in memory, for tests of those who need a store. */
final class MemoryStore implements PictureStore {

    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private Optional<UUID> identity = Optional.empty();

    @Override
    public StoredFile keep(PicturePlace place, String fileName, byte[] stamped) {
        String location = Layout.location(place, fileName);
        refuseUnclaimed();
        if (pictures.putIfAbsent(location, stamped.clone()) != null) {
            throw new IllegalStateException("the name is in use: " + location);
        }
        return new StoredFile(location, stamped.length, Sha256.of(stamped));
    }

    @Override
    public byte[] read(String location, String expectedSha256) {
        refuseUnclaimed();
        byte[] stamped = pictures.get(location);
        if (stamped == null || !Sha256.of(stamped).equals(expectedSha256)) {
            throw Refusal.of(RefusalCode.PICTURE_DAMAGED, "gone or altered");
        }
        return stamped.clone();
    }

    @Override
    public void destroy(String location) {
        refuseUnclaimed();
        if (!Layout.isLocation(location)) {
            throw Refusal.of(RefusalCode.PICTURE_DAMAGED, "not a location in a store");
        }
        pictures.remove(location);
    }

    @Override
    public long freeBytes() {
        return Runtime.getRuntime().freeMemory();
    }

    @Override
    public void probe() {
        refuseUnclaimed();
    }

    @Override
    public synchronized Optional<UUID> identity() {
        return identity;
    }

    @Override
    public synchronized void claim(UUID claimed) {
        if (identity.filter(before -> !before.equals(claimed)).isPresent()) {
            throw new IllegalStateException("the store has another identity");
        }
        identity = Optional.of(claimed);
    }

    @Override
    public boolean holdsPictures() {
        return !pictures.isEmpty();
    }

    private void refuseUnclaimed() {
        if (identity().isEmpty()) {
            throw Refusal.of(RefusalCode.STORAGE_UNAVAILABLE, "not claimed");
        }
    }
}
