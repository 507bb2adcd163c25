package org.medexam.smp.server.submission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.paper.Paper;
import org.medexam.smp.core.paper.PaperWriter;
import org.medexam.smp.core.paper.QrCode;
import org.medexam.smp.core.settings.HttpSettings;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.material.Materials;
import org.medexam.smp.server.problem.MessageBundle;

/**
 * The receipt as PDF. Its QR code contains the receipt's seal. With the public key of {@code GET /keys} a reader verifies
 * that number, time and pictures are those of the submission.
 */
@Singleton
class ReceiptPaper {

    /** A digest is printed in two lines to be easy to compare. */
    private static final int HALF = 32;

    private static final int CODE_MILLIMETRES = 48;

    private final Materials materials;
    private final String keys;

    @Inject
    ReceiptPaper(Materials materials, HttpSettings http, ServletContext context) {
        this.materials = materials;
        this.keys = http.publicUrl() + context.getContextPath() + "/api/v1/keys";
    }

    byte[] of(Dossier dossier, Receipt receipt) {
        Profile profile = materials.profile(dossier);
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Paragraph(receipt.message()));
        blocks.add(new Paper.Table(
                List.of(1, 3),
                List.of(),
                List.of(
                        row(MessageBundle.chinese("receipt.no"), dossier.no()),
                        row(MessageBundle.chinese("receipt.name"), dossier.candidateName()),
                        row(
                                MessageBundle.chinese("receipt.exam"),
                                dossier.exam().year() + dossier.exam().category() + " "
                                        + dossier.exam().name()),
                        row(
                                MessageBundle.chinese("receipt.site"),
                                dossier.site().code() + " " + dossier.site().name()),
                        row(MessageBundle.chinese("receipt.at"), receipt.at().toString()),
                        row(
                                MessageBundle.chinese("receipt.count"),
                                String.valueOf(receipt.images().size())))));
        blocks.add(new Paper.Heading(MessageBundle.chinese("receipt.images")));
        Map<String, String> names =
                profile.materials().stream().collect(Collectors.toMap(MaterialEntry::code, MaterialEntry::name));
        List<List<Paper.Cell>> rows = new ArrayList<>();
        for (Receipt.Image image : receipt.images()) {
            rows.add(List.of(
                    new Paper.Cell(String.valueOf(rows.size() + 1)),
                    new Paper.Cell(names.getOrDefault(image.material(), image.material())),
                    new Paper.Cell(image.sha256().substring(0, HALF)
                            + "\n"
                            + image.sha256().substring(HALF))));
        }
        blocks.add(new Paper.Table(
                List.of(1, 6, 8),
                List.of("#", MessageBundle.chinese("receipt.material"), MessageBundle.chinese("receipt.sha256")),
                rows));
        blocks.add(new Paper.Heading(MessageBundle.chinese("receipt.check")));
        blocks.add(new Paper.Code(
                QrCode.of(receipt.seal()), CODE_MILLIMETRES, MessageBundle.chinese("receipt.how") + "\n" + keys));
        return PaperWriter.pdf(new Paper(
                MessageBundle.chinese("receipt.title"), profile.texts().title() + " " + dossier.no(), blocks));
    }

    private static List<Paper.Cell> row(String label, String value) {
        return List.of(new Paper.Cell(label, Paper.Tone.QUIET), new Paper.Cell(value));
    }
}
