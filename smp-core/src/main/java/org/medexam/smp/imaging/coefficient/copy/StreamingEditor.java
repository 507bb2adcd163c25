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
 * Edits a sequential JPEG in a single pass. Unchanged blocks keep their bits, so that they decode to identical samples.
 * Thread-safe.
 */
public final class StreamingEditor {

    private final LookupCache standard = LookupCache.standard();

    /** Whether the picture is sequential. */
    public boolean supports(DecodableJpeg picture) {
        return !picture.frame().progressive();
    }

    /**
     * Edits a picture.
     *
     * @param picture a sequential picture
     * @param edit the edit of the luma blocks
     * @param limit the maximal length of the entropy-coded data of a scan in bytes
     * @return the edited file
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} if the data of a scan break the standard
     * @throws NotEncodable if the picture needs new Huffman tables, or the data would be longer
     */
    public byte[] edit(DecodableJpeg picture, BlockEdit edit, int limit) {
        int expected = picture.fileLength() + picture.fileLength() / 8;
        JpegWriter writer = new JpegWriter(expected);
        writer.head(picture, picture.frame(), UnaryOperator.identity());
        LookupCache cache = standard.forOnePicture();
        for (DecodableScan scan : picture.scans()) {
            ScanLookups lookups = new ScanLookups(cache);
            BitWriter out = new BitWriter(expected, limit);
            boolean luma = scan.parts().get(0).component() == picture.frame().luma();
            int[] ends = new ScanCopier(picture.frame(), scan, lookups, luma ? edit : BlockEdit.NONE, out).copy();
            writer.scan(written(scan, lookups), scan.restartInterval(), out.bytes(), ends);
        }
        return writer.end();
    }

    private static List<DecodableScan.Part> written(DecodableScan scan, ScanLookups lookups) {
        List<DecodableScan.Part> parts = new ArrayList<>();
        for (DecodableScan.Part part : scan.parts()) {
            parts.add(new DecodableScan.Part(
                    part.component(),
                    part.dcTable(),
                    part.acTable(),
                    lookups.codes(part.dc()).table(),
                    lookups.codes(part.ac()).table()));
        }
        return parts;
    }
}
