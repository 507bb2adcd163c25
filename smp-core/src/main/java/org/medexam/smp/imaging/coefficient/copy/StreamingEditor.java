package org.medexam.smp.imaging.coefficient.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.medexam.smp.imaging.coefficient.block.BlockEdit;
import org.medexam.smp.imaging.coefficient.write.BitWriter;
import org.medexam.smp.imaging.coefficient.write.NotEncodable;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.jpeg.JpegWriter;
import org.medexam.smp.imaging.jpeg.Scan;

/**
 * Edits a sequential JPEG in passing: what no edit touches keeps its bits, and the decoded picture is the same there to
 * the last sample. Safe for use by several threads.
 */
public final class StreamingEditor {

    private final LookupCache standard = LookupCache.standard();

    /** Whether the picture can go this way. */
    public boolean takes(JpegFile picture) {
        return picture.frame().coding() != Frame.Coding.PROGRESSIVE;
    }

    /**
     * @param picture a sequential picture
     * @param received the length of its file in bytes, from which the output's length is guessed
     * @param edit what to do to the luma blocks
     * @param limit the most bytes of entropy-coded data to be written
     * @return the edited file
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} where a scan is not what it must be
     * @throws NotEncodable when the picture needs new Huffman tables, or more than the limit
     */
    public byte[] edit(JpegFile picture, int received, BlockEdit edit, int limit) {
        int expected = received + received / 8;
        JpegWriter writer = new JpegWriter(expected);
        writer.head(picture, picture.frame(), UnaryOperator.identity());
        LookupCache derived = standard.forOnePicture();
        for (Scan scan : picture.scans()) {
            ScanLookups tables = new ScanLookups(derived);
            BitWriter out = new BitWriter(expected, limit);
            boolean luma = scan.parts().get(0).component() == picture.frame().luma();
            int[] ends = new ScanCopier(picture.frame(), scan, tables, luma ? edit : BlockEdit.NONE, out).run();
            writer.scan(written(scan, tables), scan.restartInterval(), out.bytes(), ends);
        }
        return writer.end();
    }

    private static List<Scan.Part> written(Scan scan, ScanLookups tables) {
        List<Scan.Part> parts = new ArrayList<>();
        for (Scan.Part part : scan.parts()) {
            parts.add(new Scan.Part(
                    part.component(),
                    part.dcTable(),
                    part.acTable(),
                    tables.codes(part.dc()).table(),
                    tables.codes(part.ac()).table()));
        }
        return parts;
    }
}
