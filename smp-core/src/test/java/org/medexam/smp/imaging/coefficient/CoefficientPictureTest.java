package org.medexam.smp.imaging.coefficient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.imaging.coefficient.write.NotEncodable;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.scan.DecodableJpeg;

class CoefficientPictureTest {

    private static CoefficientPicture read(byte[] jpeg) {
        return SampleJpegs.coefficients(jpeg);
    }

    @Test
    void encodesEveryKindOfPictureWithIdenticalSamples() {
        for (int[] size : new int[][] {{200, 150}, {208, 160}, {33, 17}, {8, 8}, {1, 1}}) {
            for (byte[] jpeg : SampleJpegs.kinds(size[0], size[1])) {
                byte[] written = read(jpeg).encode(4 * jpeg.length + 4096);
                assertThat(SampleJpegs.decodable(written).frame().coding()).isEqualTo(Frame.Coding.BASELINE);
                for (int band = 0; band < SampleJpegs.bands(jpeg); band++) {
                    assertThat(SampleJpegs.band(written, band)).isEqualTo(SampleJpegs.band(jpeg, band));
                }
            }
        }
    }

    @Test
    void needsFewerBytesThanWithStandardTables() {
        byte[] jpeg = TestJpeg.of(SampleJpegs.noisy(640, 480, false)).bytes();

        assertThat(SampleJpegs.optimised(jpeg).length).isLessThan(jpeg.length);
    }

    /** Compares each sample of the transformed picture with its source, for all eight orientations. */
    @ParameterizedTest
    @CsvSource({
        "false, false, false", "false, true, false", "false, false, true", "false, true, true",
        "true, false, false", "true, true, false", "true, false, true", "true, true, true"
    })
    void transformsWithoutLoss(boolean transposed, boolean across, boolean down) {
        int width = 96;
        int height = 64;
        LosslessTransform turn = new LosslessTransform(transposed, across, down);
        for (byte[] jpeg : SampleJpegs.kinds(width, height)) {
            DecodableJpeg file = SampleJpegs.decodable(jpeg);
            if (!turn.isExact(file.frame())) {
                continue;
            }
            byte[] turned = CoefficientPicture.decode(file).transformed(turn).encode(4 * jpeg.length);
            int[] before = SampleJpegs.band(jpeg, 0);
            int[] after = SampleJpegs.band(turned, 0);
            int turnedWidth = transposed ? height : width;
            int turnedHeight = transposed ? width : height;
            for (int y = 0; y < turnedHeight; y++) {
                for (int x = 0; x < turnedWidth; x++) {
                    int u = across ? turnedWidth - 1 - x : x;
                    int v = down ? turnedHeight - 1 - y : y;
                    int there = transposed ? before[u * width + v] : before[v * width + u];
                    // the decoder rounds rows before columns, hence the one level
                    assertThat(after[y * turnedWidth + x]).isBetween(there - 1, there + 1);
                }
            }
            byte[] back = read(turned).transformed(inverse(turn)).encode(4 * jpeg.length);
            assertThat(SampleJpegs.band(back, 0)).isEqualTo(before);
        }
    }

    private static LosslessTransform inverse(LosslessTransform turn) {
        return turn.transposed() ? new LosslessTransform(true, turn.mirroredDown(), turn.mirroredAcross()) : turn;
    }

    @Test
    void isNotExactForIncompleteMcus() {
        Frame frame = SampleJpegs.decodable(
                        TestJpeg.of(SampleJpegs.noisy(97, 64, false)).bytes())
                .frame();

        assertThat(new LosslessTransform(false, true, false).isExact(frame)).isFalse();
        assertThat(new LosslessTransform(false, false, true).isExact(frame)).isTrue();
        assertThat(new LosslessTransform(true, false, false).isExact(frame)).isTrue();
        assertThat(new LosslessTransform(true, true, false).isExact(frame)).isTrue();
        assertThat(new LosslessTransform(true, false, true).isExact(frame)).isFalse();
    }

    @Test
    void limitsTheLengthOfItsOutput() {
        byte[] jpeg = TestJpeg.of(SampleJpegs.noisy(400, 300, false)).bytes();

        assertThatThrownBy(() -> read(jpeg).encode(jpeg.length / 2)).isInstanceOf(NotEncodable.class);
    }
}
