package org.medexam.smp.imaging.coefficient.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.medexam.smp.imaging.coefficient.block.BlockEdit;
import org.medexam.smp.imaging.coefficient.write.BitWriter;
import org.medexam.smp.imaging.coefficient.write.NotEncodable;
import org.medexam.smp.imaging.jpeg.scan.DecodableJpeg;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.JpegWriter;

/**
 * Edits a sequential JPEG in passing: what no edit touches keeps its bits, and the decoded picture is the same there to
 * the last sample. Safe for use by several threads.
 */
public final class StreamingEditor {

    private final LookupCache standard = LookupCache.standard();

    /** Whether the picture can go this way. */
    public boolean supports(DecodableJpeg picture) {
        return !picture.frame().progressive();
    }

    /**
     * @param picture a sequential picture
     * @param edit what to do to the luma blocks
     * @param limit the most bytes of entropy-coded data to be written
     * @return the edited file
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} where a scan is not what it must be
     * @throws NotEncodable when the picture needs new Huffman tables, or more than the limit
     */
    public byte[] edit(DecodableJpeg picture, BlockEdit edit, int limit) {
        int expected = picture.fileLength() + picture.fileLength() / 8;
        JpegWriter writer = new JpegWriter(expected);
        writer.head(picture, picture.frame(), UnaryOperator.identity());
        LookupCache derived = standard.forOnePicture();
        for (DecodableScan scan : picture.scans()) {
            ScanLookups tables = new ScanLookups(derived);
            BitWriter out = new BitWriter(expected, limit);
            boolean luma = scan.parts().get(0).component() == picture.frame().luma();
            int[] ends = new ScanCopier(picture.frame(), scan, tables, luma ? edit : BlockEdit.NONE, out).run();
            writer.scan(written(scan, tables), scan.restartInterval(), out.bytes(), ends);
        }
        return writer.end();
    }

    private static List<DecodableScan.Part> written(DecodableScan scan, ScanLookups tables) {
        List<DecodableScan.Part> parts = new ArrayList<>();
        for (DecodableScan.Part part : scan.parts()) {
            parts.add(new DecodableScan.Part(
                    part.component(),
                    part.dcTable(),
                    part.acTable(),
                    tables.codes(part.dc()).table(),
                    tables.codes(part.ac()).table()));
        }
        return parts;
    }
}
