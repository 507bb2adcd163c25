package org.medexam.smp.imaging.coefficient.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medexam.smp.imaging.coefficient.CoefficientPicture;
import org.medexam.smp.imaging.coefficient.SampleJpegs;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.BlockEdit;
import org.medexam.smp.imaging.coefficient.write.NotEncodable;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.jpeg.scan.StandardTables;

/** {@code -Dcopy.pictures=FOLDER} copies the JPEGs of a folder too. */
class StreamingEditorTest {

    private final StreamingEditor editor = new StreamingEditor();

    /** Darkens every third block of every second row and adds a coefficient that the picture does not contain. */
    private static final class TestEdit implements BlockEdit {
        @Override
        public void plan(int row, int[] handles, int columns) {
            for (int column = 0; column < columns; column++) {
                handles[column] = edits(row, column) ? 0 : UNCHANGED;
            }
        }

        static boolean edits(int row, int column) {
            return row % 2 == 1 && column % 3 == 2;
        }

        @Override
        public void apply(int handle, int row, int column, Block block) {
            assertThat(edits(row, column)).isTrue();
            block.setDc(block.get(0) - 8);
            block.addAc(9, 2);
            block.addAc(63, 1 - block.get(63));
        }
    }

    private byte[] edit(byte[] jpeg, BlockEdit edit) {
        return editor.edit(SampleJpegs.decodable(jpeg), edit, 2 * jpeg.length + 4096);
    }

    private static boolean isSupported(byte[] jpeg) {
        return new StreamingEditor().supports(SampleJpegs.decodable(jpeg));
    }

    @Test
    void copiesEveryKindOfPictureWithIdenticalSamples() {
        for (int[] size : new int[][] {{200, 150}, {208, 160}, {33, 17}, {8, 8}, {1, 1}}) {
            for (byte[] jpeg : SampleJpegs.kinds(size[0], size[1])) {
                copiesIdentically(jpeg);
            }
        }
    }

    @Test
    void copiesThePicturesOfAFolder() throws IOException {
        String folder = System.getProperty("copy.pictures");
        assumeThat(folder).as("-Dcopy.pictures=FOLDER").isNotNull();
        List<Path> pictures;
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            pictures = files.filter(file -> file.toString().endsWith(".jpg")).toList();
        }
        int copied = 0;
        for (Path picture : pictures) {
            copied += copiesIdentically(Files.readAllBytes(picture)) ? 1 : 0;
        }
        System.out.println(copied + " of " + pictures.size() + " pictures copied");
        assertThat(copied).isPositive();
    }

    private boolean copiesIdentically(byte[] jpeg) {
        if (!isSupported(jpeg)) {
            return false;
        }
        byte[] copy = edit(jpeg, BlockEdit.NONE);
        for (int band = 0; band < SampleJpegs.bands(jpeg); band++) {
            assertThat(SampleJpegs.band(copy, band)).isEqualTo(SampleJpegs.band(jpeg, band));
        }
        return true;
    }

    @Test
    void changesOnlyEditedLumaBlocks() {
        int width = 203;
        int height = 150;
        for (byte[] jpeg : SampleJpegs.kinds(width, height)) {
            if (!isSupported(jpeg)) {
                continue;
            }
            byte[] edited = edit(jpeg, new TestEdit());
            int[] before = SampleJpegs.band(jpeg, 0);
            int[] after = SampleJpegs.band(edited, 0);
            int changed = 0;
            for (int i = 0; i < before.length; i++) {
                if (TestEdit.edits(i / width / 8, i % width / 8)) {
                    changed += before[i] == after[i] ? 0 : 1;
                } else {
                    assertThat(after[i]).as("sample " + i).isEqualTo(before[i]);
                }
            }
            assertThat(changed).isGreaterThan(before.length / 20);
            for (int band = 1; band < SampleJpegs.bands(jpeg); band++) {
                assertThat(SampleJpegs.band(edited, band)).isEqualTo(SampleJpegs.band(jpeg, band));
            }
        }
    }

    @Test
    void editsAsTheDecodedPictureDoes() {
        for (byte[] jpeg : SampleJpegs.kinds(200, 150)) {
            if (isSupported(jpeg)) {
                CoefficientPicture all = SampleJpegs.coefficients(jpeg);
                all.edit(new TestEdit());
                byte[] passed = edit(jpeg, new TestEdit());
                // tables made for one picture may lack a symbol, and then the nearest value is written
                if (SampleJpegs.band(passed, 0).length > 0 && !usesOwnTables(jpeg)) {
                    assertThat(SampleJpegs.band(passed, 0)).isEqualTo(SampleJpegs.band(all.encode(4 * jpeg.length), 0));
                }
            }
        }
    }

    private static boolean usesOwnTables(byte[] jpeg) {
        return SampleJpegs.decodable(jpeg).scans().get(0).parts().get(0).ac() != StandardTables.AC_LUMA;
    }

    @Test
    void limitsTheLengthOfItsOutput() {
        byte[] jpeg = TestJpeg.of(SampleJpegs.noisy(400, 300, false)).bytes();

        assertThatThrownBy(() -> editor.edit(SampleJpegs.decodable(jpeg), new TestEdit(), jpeg.length / 2))
                .isInstanceOf(NotEncodable.class);
    }

    @Test
    void doesNotAlterItsInput() {
        byte[] jpeg = TestJpeg.of(SampleJpegs.noisy(64, 64, false)).bytes();
        byte[] before = jpeg.clone();
        edit(jpeg, new TestEdit());

        assertThat(Arrays.equals(before, jpeg)).isTrue();
    }
}
