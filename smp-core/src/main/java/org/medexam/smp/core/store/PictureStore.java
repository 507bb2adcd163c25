package org.medexam.smp.core.store;

import java.util.Optional;
import java.util.UUID;

/**
 * Where stamped pictures are kept. Every store passes {@code PictureStoreContract}.
 *
 * <p>Safe for many threads. Files are never altered once kept, and names are never used twice. A store takes and
 * gives pictures only once it has been {@link #claim claimed}: a folder without its marker is most likely a disk
 * that is not mounted, and answers {@code storage-unavailable} to everything that is about pictures.
 */
public interface PictureStore {

    /**
     * Keeps a picture for good. On return the bytes, their name and the folders above are on disk.
     *
     * @param place where a person would look for it
     * @param fileName never used before in this store: 8–64 of {@code a-z 0-9 -}, then {@code .jpg} or {@code .png}
     * @param stamped upright, without metadata, with the watermark; never what the candidate sent
     * @throws org.medexam.smp.core.refusal.Refusal {@code storage-full}, or {@code storage-unavailable} for every
     *     other failure of the disk; nothing was kept then
     * @throws IllegalArgumentException for a file name of another form
     * @throws IllegalStateException when the name is in use
     */
    StoredFile keep(PicturePlace place, String fileName, byte[] stamped);

    /**
     * The whole picture, checked.
     *
     * @param location from {@link StoredFile#location()}
     * @param expectedSha256 from {@link StoredFile#sha256()}
     * @throws org.medexam.smp.core.refusal.Refusal {@code picture-damaged} when the file is gone, has another digest
     *     or its location leads out of the store; {@code storage-unavailable} when the store cannot be reached
     */
    byte[] read(String location, String expectedSha256);

    /**
     * Destroys a picture for good; one that is gone already is fine. Folders left empty go with it.
     *
     * @throws org.medexam.smp.core.refusal.Refusal {@code picture-damaged} for a location that leads out of the
     *     store; {@code storage-unavailable} when the store cannot be reached or the file cannot be deleted
     */
    void destroy(String location);

    /**
     * Bytes that can still be written.
     *
     * @throws org.medexam.smp.core.refusal.Refusal {@code storage-unavailable}
     */
    long freeBytes();

    /**
     * Writes a few bytes through to the disk and takes them away again.
     *
     * @throws org.medexam.smp.core.refusal.Refusal {@code storage-full} or {@code storage-unavailable}
     */
    void probe();

    /**
     * Who this store is; empty before the first claim, and for a folder that is not there.
     *
     * @throws org.medexam.smp.core.refusal.Refusal {@code storage-unavailable} when it cannot be found out
     */
    Optional<UUID> identity();

    /**
     * Gives the store its identity, for good; creates its folder if need be. The same one again is fine.
     *
     * @throws org.medexam.smp.core.refusal.Refusal {@code storage-full} or {@code storage-unavailable}
     * @throws IllegalStateException when the store has another identity
     */
    void claim(UUID identity);

    /**
     * Whether any picture is kept here, claimed or not.
     *
     * @throws org.medexam.smp.core.refusal.Refusal {@code storage-unavailable} when it cannot be found out
     */
    boolean holdsPictures();
}
