package org.medexam.smp.imaging.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.coefficient.CoefficientPicture;
import org.medexam.smp.imaging.coefficient.SampleJpegs;
import org.medexam.smp.imaging.coefficient.block.BlockEdit;
import org.medexam.smp.imaging.coefficient.copy.StreamingEditor;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.jpeg.scan.DecodableJpeg;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;
import org.medexam.smp.imaging.jpeg.scan.UnsupportedCoding;

/** The refusals of the parser and of the coefficient decoder, with their reasons. */
class JpegFileTest {

    private final byte[] photo = TestJpeg.of(SampleJpegs.noisy(160, 120, false)).bytes();
    private final byte[] restarted =
            TestJpeg.of(SampleJpegs.noisy(160, 120, false)).restartEvery(10).bytes();
    private final byte[] progressive =
            TestJpeg.of(SampleJpegs.noisy(160, 120, false)).progressive().bytes();

    private static void decodeBothWays(byte[] jpeg) {
        DecodableJpeg file = SampleJpegs.decodable(jpeg);
        if (new StreamingEditor().supports(file)) {
            new StreamingEditor().edit(file, BlockEdit.NONE, 2 * jpeg.length);
        }
        CoefficientPicture.decode(file);
    }

    private static void assertRefused(byte[] jpeg, String reason) {
        assertThatThrownBy(() -> decodeBothWays(jpeg))
                .isInstanceOfSatisfying(
                        PictureException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(PictureException.Kind.UNREADABLE))
                .hasMessageContaining(reason);
        DecodableJpeg file;
        try {
            file = SampleJpegs.decodable(jpeg);
        } catch (PictureException alreadyByItsStructure) {
            return;
        }
        assertThatThrownBy(() -> CoefficientPicture.decode(file))
                .as("with all coefficients decoded too")
                .isInstanceOf(PictureException.class)
                .hasMessageContaining(reason);
    }

    private static byte[] with(byte[] jpeg, int place, int value) {
        byte[] changed = jpeg.clone();
        changed[place] = (byte) value;
        return changed;
    }

    private static byte[] without(byte[] jpeg, int from, int to) {
        return TestJpeg.concat(Arrays.copyOf(jpeg, from), Arrays.copyOfRange(jpeg, to, jpeg.length));
    }

    private static final byte[] EOI = {(byte) 0xFF, (byte) 0xD9};

    @Test
    void acceptsValidFiles() {
        decodeBothWays(photo);
        decodeBothWays(restarted);
        decodeBothWays(progressive);
        decodeBothWays(TestJpeg.concat(photo, new byte[] {1, 2, 3}));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "20", "300", "620"})
    void refusesTruncatedFiles(int length) {
        assertRefused(Arrays.copyOf(photo, length), "");
        assertRefused(Arrays.copyOf(progressive, length), "");
    }

    @Test
    void refusesAMissingEoi() {
        assertRefused(Arrays.copyOf(photo, photo.length - 2), "the file ends within a scan");
        assertRefused(Arrays.copyOf(photo, photo.length - 1), "the file ends within a scan");
    }

    @Test
    void refusesTooFewBlocks() {
        byte[] half = TestJpeg.concat(Arrays.copyOf(photo, photo.length / 2), EOI);
        assertRefused(half, "the data end in row");
        byte[] fewIntervals = TestJpeg.concat(Arrays.copyOf(restarted, findRestart(restarted, 4)), EOI);
        assertRefused(fewIntervals, "the data end after restart interval 4");
        int sof = TestJpeg.find(photo, 0xC0);
        assertRefused(with(photo, sof + 6, 136), "the data end in row 8 of 9");
    }

    @Test
    void refusesTooManyBlocks() {
        int sof = TestJpeg.find(photo, 0xC0);
        assertRefused(with(photo, sof + 6, 96), "bytes follow the last block of restart interval 0");
        int sofRestarted = TestJpeg.find(restarted, 0xC0);
        assertRefused(with(restarted, sofRestarted + 6, 96), "follow");
    }

    @Test
    void refusesBytesBetweenTheLastBlockAndEoi() {
        byte[] late = TestJpeg.concat(Arrays.copyOf(photo, photo.length - 2), new byte[] {5}, EOI);
        assertRefused(late, "1 bytes follow the last block of restart interval 0");
    }

    @Test
    void refusesRestartMarkersOutOfOrder() {
        assertRefused(with(restarted, findRestart(restarted, 2) + 1, 0xD5), "RST5 where RST2 must stand");
    }

    private static int findRestart(byte[] jpeg, int number) {
        int seen = 0;
        for (int i = TestJpeg.find(jpeg, 0xDA); ; i++) {
            if (jpeg[i] == (byte) 0xFF && (jpeg[i + 1] & 0xF8) == 0xD0 && seen++ == number) {
                return i;
            }
        }
    }

    @Test
    void refusesCodesThatDoNotExist() {
        byte[] ones = photo.clone();
        int scan = TestJpeg.find(photo, 0xDA) + 14;
        for (int i = 40; i < 60; i += 2) {
            ones[scan + i] = (byte) 0xFF;
            ones[scan + i + 1] = 0;
        }
        assertRefused(ones, "no such code (C.2), at bit");
    }

    @Test
    void refusesCoefficientsBeyondTheLast() {
        // tables in which nearly everything is a run of fifteen zeros: the index must leave the block
        int dht = TestJpeg.find(photo, 0xC4);
        byte[] changed = photo.clone();
        for (int at = dht;
                (changed[at + 1] & 0xFF) == 0xC4;
                at += 2 + ((changed[at + 2] & 0xFF) << 8 | changed[at + 3] & 0xFF)) {
            int table = at + 4;
            int end = at + 2 + ((changed[at + 2] & 0xFF) << 8 | changed[at + 3] & 0xFF);
            while (table < end) {
                int count = 0;
                for (int i = 1; i <= 16; i++) {
                    count += changed[table + i] & 0xFF;
                }
                if (changed[table] >> 4 == 1) {
                    Arrays.fill(changed, table + 17, table + 17 + count, (byte) 0xF1);
                }
                table += 17 + count;
            }
        }
        assertRefused(changed, "coefficient 64 of 63");
    }

    @Test
    void refusesBrokenSegments() {
        int sof = TestJpeg.find(photo, 0xC0);
        int dqt = TestJpeg.find(photo, 0xDB);
        int sos = TestJpeg.find(photo, 0xDA);

        assertRefused(with(photo, 1, 0xD7), "does not begin with SOI");
        assertRefused(with(photo, sof, 0), "belongs to no segment");
        assertRefused(with(photo, sof + 3, 18), "longer than its parameters");
        assertRefused(with(photo, sof + 3, 16), "shorter than what it announces");
        assertRefused(with(photo, sof + 11, 0x02), "sampling factor 0×2");
        assertRefused(with(photo, sof + 11, 0x52), "sampling factor 5×2");
        assertRefused(with(photo, sof + 12, 4), "quantization table 4 of 0–3");
        assertRefused(with(photo, sof + 12, 3), "quantization table 3 was never defined");
        assertRefused(with(photo, sof + 13, photo[sof + 10]), "two components are called");
        assertRefused(with(photo, dqt + 5, 0), "a quantization step is zero");
        assertRefused(with(photo, dqt + 4, 0x20), "quantization table of precision 2");
        assertThatThrownBy(() ->
                        new HuffmanTable(new int[] {0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, new byte[2]))
                .hasMessageContaining("more codes of 1 bits than there are");
        assertRefused(with(photo, sos + 4, 0), "a scan of 0 components");
        assertRefused(with(photo, sos + 5, 77), "a scan of the component 77");
        assertRefused(with(photo, sos + 6, 0x33), "was never defined");
        assertRefused(with(photo, TestJpeg.find(photo, 0xC4) + 21, 16), "a DC table lists the category 16");
        assertRefused(with(photo, sos + 6, 0x44), "Huffman table 4 of 0–3");
        assertRefused(with(photo, sos + 12, 62), "only some coefficients");
        assertRefused(without(photo, sof, sof + 19), "a scan before the frame");
        assertRefused(TestJpeg.insert(photo, 0xF0, new byte[3]), "marker FFF0 has no place here");
        assertRefused(TestJpeg.concat(Arrays.copyOf(photo, sof), EOI), "EOI before any scan");
    }

    @Test
    void refusesIncompleteProgressions() {
        int sos = TestJpeg.find(progressive, 0xDA);
        assertRefused(with(progressive, sos + 11, 1), "");
        assertRefused(with(progressive, sos + 13, 0x20), "");
        int second = nextScan(progressive, sos);
        assertRefused(without(progressive, sos, second), "AC coefficients before the DC coefficient");
        assertRefused(TestJpeg.concat(Arrays.copyOf(progressive, second), EOI), "never sent to its last bit");
    }

    private static int nextScan(byte[] jpeg, int sos) {
        for (int i = sos + 4; ; i++) {
            if (jpeg[i] == (byte) 0xFF && (jpeg[i + 1] & 0xFF) == 0xDA) {
                return i;
            }
        }
    }

    @Test
    void refusesScansThatAreTooShortForTheirBlocks() {
        byte[] flat = TestJpeg.of(SampleJpegs.noisy(8, 8, true)).progressive().bytes();
        int sof = TestJpeg.find(flat, 0xC2);
        byte[] huge = flat.clone();
        huge[sof + 5] = 0x3F;
        huge[sof + 7] = 0x3F;
        assertRefused(huge, "a scan of ");
    }

    @Test
    void refusesMoreScansThanItsLimitsAllow() {
        byte[] flat = TestJpeg.of(SampleJpegs.noisy(8, 8, true)).progressive().bytes();
        // a refinement of the 63rd coefficient without any data of its own
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 63, 63, 0, 0};
        byte[] many = Arrays.copyOf(flat, flat.length - 2);
        for (int i = 0; i < 200; i++) {
            many = TestJpeg.concat(many, scan);
        }
        byte[] file = TestJpeg.concat(many, EOI);
        assertThatThrownBy(() -> JpegFile.parse(file, PictureLimits.DEFAULT))
                .isInstanceOfSatisfying(
                        PictureException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(PictureException.Kind.TOO_MANY_PIXELS))
                .hasMessageContaining("scans of 8x8");
    }

    @Test
    void refusesCodingsThatNoBrowserShows() {
        int sof = TestJpeg.find(photo, 0xC0);
        assertRefused(with(photo, sof + 1, 0xC9), "arithmetic coding, SOF9");
        assertRefused(with(photo, sof + 1, 0xC3), "arithmetic coding, SOF3");
        assertRefused(with(photo, sof + 4, 12), "samples of 12 bits");
    }

    /** The parser accepts them, and the pixel decoder decodes them. */
    @Test
    void doesNotDecodeTheCoefficientsOfOtherCodings() {
        int app0 = TestJpeg.find(photo, 0xE0);
        byte[] bare = without(photo, app0, app0 + 18);
        byte[] fractions = with(
                TestJpeg.of(SampleJpegs.noisy(64, 64, false)).sampling(3, 1).bytes(), 0, 0xFF);
        fractions[TestJpeg.find(fractions, 0xC0) + 14] = 0x21;
        for (byte[] other : new byte[][] {
            TestJpeg.inks(64, 64, new int[] {255, 0, 0, 255}, 0),
            TestJpeg.inks(64, 64, new int[] {255, 0, 0, 255}, 2),
            with(photo, app0 + 9, 2),
            TestJpeg.insert(bare, 0xEE, TestJpeg.adobe(0)),
            TestJpeg.insert(bare, 0xEE, TestJpeg.adobe(2)),
            TestJpeg.insert(photo, 0xDC, new byte[] {0, 120}),
            fractions
        }) {
            JpegFile file = JpegFile.parse(other, PictureLimits.DEFAULT);
            assertThatThrownBy(() -> DecodableJpeg.of(file)).isInstanceOf(UnsupportedCoding.class);
        }
    }
}
