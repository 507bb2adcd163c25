package org.medexam.smp.server.picture;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.medexam.smp.server.dossier.Material;
import org.medexam.smp.server.dossier.Materials;
import org.medexam.smp.server.dossier.StoredPicture;
import org.medexam.smp.server.wire.Json;

/**
 * One dossier as ZIP: {@code <no>/<nn>-<material name>/<k>.jpg} or {@code .png}, and {@code manifest.json} at the end.
 * One picture at a time is in memory. Pictures are stored and not deflated: they do not get smaller.
 */
@Singleton
public class DossierArchive {

    private final Materials materials;
    private final KeptPicture kept;
    private final ObjectMapper json = Json.mapper();

    @Inject
    DossierArchive(Materials materials, KeptPicture kept) {
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

    void write(Dossier dossier, OutputStream out) throws IOException {
        List<Manifest.Line> lines = new ArrayList<>();
        // names are marked as UTF-8 in the archive, which every Windows since 8 reads rightly
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
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
                put(zip, path, kept.bytes(picture));
                lines.add(new Manifest.Line(
                        path,
                        picture.publicId(),
                        picture.materialCode(),
                        picture.receivedSha256(),
                        picture.keptSha256()));
            }
        }
        put(zip, "manifest.json", json.writeValueAsBytes(new Manifest(dossier.no(), dossier.version(), lines)));
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
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
