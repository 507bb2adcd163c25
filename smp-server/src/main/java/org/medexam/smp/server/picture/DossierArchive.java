package org.medexam.smp.server.picture;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.material.Material;
import org.medexam.smp.server.material.Materials;
import org.medexam.smp.server.material.StoredPicture;
import org.medexam.smp.server.wire.Json;

/**
 * One dossier as ZIP: {@code <no>/<nn>-<material name>/<k>.jpg} or {@code .png}, and {@code manifest.json} at the end.
 * One picture at a time is in memory. Pictures are stored and not deflated: they do not get smaller.
 */
@Singleton
public class DossierArchive {

    static final String MANIFEST = "manifest.json";

    // APPNOTE 6.3.10 §4.3.7, §4.3.12, §4.3.16: without names, extra fields and comments
    private static final int LOCAL_HEADER = 30;
    private static final int CENTRAL_HEADER = 46;
    private static final int END_RECORD = 22;

    private final Materials materials;
    private final PictureAccess kept;

    @Inject
    DossierArchive(Materials materials, PictureAccess kept) {
        this.materials = materials;
        this.kept = kept;
    }

    /** @param images in the order of the archive */
    record Manifest(String no, int version, List<Line> images) {

        /**
         * @param received SHA-256 of what the candidate sent
         * @param stamped SHA-256 of the file in this archive
         */
        record Line(String path, String id, String material, String received, String stamped) {}
    }

    /** What goes into one archive: known, with its length, before the first byte leaves. */
    record Contents(List<Entry> pictures, byte[] manifest) {

        record Entry(String path, StoredPicture picture) {}

        /**
         * Bytes of the whole archive. Told to the client beforehand, so that one which broke off is never taken for
         * a whole one.
         */
        long length() {
            long length = END_RECORD + bytes(MANIFEST, manifest.length);
            for (Entry entry : pictures) {
                length += bytes(entry.path(), entry.picture().bytes());
            }
            return length;
        }

        private static long bytes(String path, long content) {
            return LOCAL_HEADER + CENTRAL_HEADER + 2L * path.getBytes(StandardCharsets.UTF_8).length + content;
        }
    }

    Contents of(Dossier dossier) {
        List<Contents.Entry> entries = new ArrayList<>();
        List<Material> all = materials.of(dossier);
        for (int nn = 0; nn < all.size(); nn++) {
            List<StoredPicture> pictures = all.get(nn).pictures();
            for (int k = 0; k < pictures.size(); k++) {
                StoredPicture picture = pictures.get(k);
                String path = "%s/%02d-%s/%d.%s"
                        .formatted(
                                dossier.no(),
                                nn + 1,
                                fileName(all.get(nn).rule().name()),
                                k + 1,
                                picture.format().extension());
                entries.add(new Contents.Entry(path, picture));
            }
        }
        return new Contents(List.copyOf(entries), manifest(dossier, entries));
    }

    private byte[] manifest(Dossier dossier, List<Contents.Entry> entries) {
        List<Manifest.Line> lines = entries.stream()
                .map(entry -> new Manifest.Line(
                        entry.path(),
                        entry.picture().publicId(),
                        entry.picture().materialCode(),
                        entry.picture().receivedSha256(),
                        entry.picture().keptSha256()))
                .toList();
        return Json.bytes(new Manifest(dossier.no(), dossier.version(), lines));
    }

    void write(Contents contents, OutputStream out) throws IOException {
        // names are marked as UTF-8 in the archive, which every Windows since 8 reads rightly
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        writePictures(contents, zip);
        put(zip, MANIFEST, contents.manifest());
        zip.finish();
    }

    void writePictures(Contents contents, ZipOutputStream zip) throws IOException {
        for (Contents.Entry entry : contents.pictures()) {
            put(zip, entry.path(), kept.bytes(entry.picture()));
        }
    }

    static void put(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** A material's name without what Windows does not take in a file's name. */
    private static String fileName(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }
}
