package org.medexam.smp.server.picture;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierQuery;
import org.medexam.smp.server.dossier.Dossiers;

/**
 * Many dossiers as one ZIP, each as {@link DossierArchive} writes it, and one {@code manifest.json} at the end: a list
 * of the manifests of all of them. One page of dossiers and one picture at a time are in memory, and a third of a
 * kilobyte for each picture that is in the archive already: its line of the manifest, deflated, and its entry in the
 * ZIP's directory, which both come last. Past 65,535 pictures or 4 GB it is a ZIP64.
 */
@Singleton
public class DossiersArchive {

    private final Dossiers dossiers;
    private final DossierArchive archive;

    @Inject
    DossiersArchive(Dossiers dossiers, DossierArchive archive) {
        this.dossiers = dossiers;
        this.archive = archive;
    }

    /** @throws IOException or a refusal when a picture is damaged: then the archive has no end, and is not whole */
    void write(DossierQuery query, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        ByteArrayOutputStream manifests = new ByteArrayOutputStream();
        try (GZIPOutputStream lines = new GZIPOutputStream(manifests)) {
            lines.write('[');
            boolean first = true;
            DossierQuery from = query;
            for (List<Dossier> page = page(from); !page.isEmpty(); page = page(from)) {
                for (Dossier dossier : page) {
                    DossierArchive.Contents contents = archive.of(dossier);
                    archive.writePictures(contents, zip);
                    lines.write(first ? '\n' : ',');
                    lines.write(contents.manifest());
                    first = false;
                }
                from = from.behind(page.get(page.size() - 1).id());
            }
            lines.write(']');
        }
        zip.putNextEntry(new ZipEntry(DossierArchive.MANIFEST));
        new GZIPInputStream(new ByteArrayInputStream(manifests.toByteArray())).transferTo(zip);
        zip.closeEntry();
        zip.finish();
    }

    /** A page brings one more than was asked for: it begins the next one, too, and is left for it. */
    private List<Dossier> page(DossierQuery query) {
        List<Dossier> found = dossiers.page(query);
        return found.size() > query.limit() ? found.subList(0, query.limit()) : found;
    }
}
