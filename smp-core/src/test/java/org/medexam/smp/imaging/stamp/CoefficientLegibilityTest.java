package org.medexam.smp.imaging.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.imaging.coefficient.SampleJpegs;
import org.medexam.smp.imaging.coefficient.copy.StreamingEditor;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.inspect.TestPictures;
import org.medexam.smp.imaging.jpeg.scan.DecodableJpeg;
import org.medexam.smp.imaging.mark.FontSize;
import org.medexam.smp.imaging.mark.Lettering;
import org.medexam.smp.imaging.mark.MarkPosition;
import org.medexam.smp.imaging.mark.MarkSpectrum;
import org.medexam.smp.imaging.mark.MarkTile;
import org.medexam.smp.imaging.mark.Strength;

/**
 * Checks that the mark in the coefficients is legible, that text under it stays legible, and that the mark cannot be
 * removed.
 *
 * <p>The measure is the contrast of the strokes: the mean change of completely covered pixels in levels of luma.
 */
class CoefficientLegibilityTest {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final Lettering LETTERING = Lettering.of(Lettering.WATERMARK);

    private final MarkTile tile = MarkTile.render(LETTERING, FontSize.em(LETTERING.width(), WIDTH, HEIGHT));

    private final MarkSpectrum spectrum = new MarkSpectrum(tile);

    /** Stamps without the output limit, beyond which pictures of a single colour go to the pixel stamper. */
    private byte[] stamp(byte[] jpeg, Strength strength, MarkPosition position) {
        DecodableJpeg file = SampleJpegs.decodable(jpeg);
        CoefficientMark mark = new CoefficientMark(
                spectrum, position, strength, file.quantization(file.frame().luma()));
        return new StreamingEditor().edit(file, mark, 1 << 20);
    }

    private MarkPosition place(int secret) {
        return Stamping.key("one district's secret " + secret).position(new byte[0], WIDTH, HEIGHT, tile.lattice());
    }

    /** Mean change of completely covered pixels. */
    private double contrast(int[] before, int[] after) {
        MarkPosition position = place(1);
        double sum = 0;
        int strokes = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (tile.mask(x + 8 * position.column(), y + 8 * position.row()) == MarkTile.FULL) {
                    sum += Math.abs(after[y * WIDTH + x] - before[y * WIDTH + x]);
                    strokes++;
                }
            }
        }
        return sum / strokes;
    }

    @ParameterizedTest
    @CsvSource({
        "255, 255, 255",
        "0, 0, 0",
        "128, 128, 128",
        "99, 99, 99",
        "101, 101, 101",
        "60, 60, 60",
        "200, 200, 200",
        "190, 25, 40",
        "0, 0, 255",
        "20, 30, 90",
        "225, 180, 150"
    })
    void isLegibleOnAnyGroundAtAnyStrength(int red, int green, int blue) {
        byte[] jpeg = TestJpeg.of(TestPictures.plain(WIDTH, HEIGHT, new Color(red, green, blue)))
                .bytes();
        for (int levels : new int[] {Strength.MIN_LEVELS, Strength.DEFAULT.levels(), Strength.MAX_LEVELS}) {
            int[] after = SampleJpegs.band(stamp(jpeg, new Strength(levels), place(1)), 0);
            assertThat(contrast(SampleJpegs.band(jpeg, 0), after))
                    .as("of " + levels + " levels")
                    .isBetween(0.70 * levels, 1.15 * levels);
        }
    }

    /** On textured ground the strokes must differ from the texture. */
    @ParameterizedTest
    @ValueSource(ints = {5, 15, 30})
    void isLegibleOnTexturedGround(int noise) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(noise);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int value = (int) (150 + 30 * Math.sin(x / 40.0) + noise * random.nextGaussian());
                image.getRaster().setSample(x, y, 0, Math.max(0, Math.min(255, value)));
            }
        }
        byte[] jpeg = TestJpeg.of(image).bytes();
        int[] before = SampleJpegs.band(jpeg, 0);
        int[] after = SampleJpegs.band(stamp(jpeg, Strength.DEFAULT, place(1)), 0);

        assertThat(contrast(before, after)).isGreaterThan(0.6 * Strength.DEFAULT.levels());
    }

    @ParameterizedTest
    @CsvSource({"20, 250", "60, 235", "100, 200", "230, 20", "150, 60"})
    void keepsTextUnderItLegible(int ink, int paper) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.getRaster().setSample(x, y, 0, x / 4 % 3 == 0 ? ink : paper);
            }
        }
        byte[] jpeg = TestJpeg.of(image).quality(0.95).bytes();
        for (int levels : new int[] {Strength.DEFAULT.levels(), Strength.MAX_LEVELS}) {
            int[] after = SampleJpegs.band(stamp(jpeg, new Strength(levels), place(1)), 0);
            int edges = 0;
            int kept = 0;
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 3; x + 2 < WIDTH; x += 12) {
                    double contrast = (after[y * WIDTH + x + 2] - after[y * WIDTH + x - 1]) / (double) (paper - ink);
                    edges++;
                    kept += contrast > 0.5 ? 1 : 0;
                }
            }
            assertThat(kept / (double) edges)
                    .as("share of edges that keep half their contrast")
                    .isGreaterThan(0.94);
        }
    }

    /** Subtracting the mark with another key leaves a visible outline. */
    @Test
    void cannotBeSubtractedWithoutTheKey() {
        byte[] jpeg = TestJpeg.of(TestPictures.plain(WIDTH, HEIGHT, new Color(240, 240, 240)))
                .bytes();
        int[] before = SampleJpegs.band(jpeg, 0);
        int[] after = SampleJpegs.band(stamp(jpeg, Strength.DEFAULT, place(1)), 0);
        MarkPosition known = new MarkPosition(place(1).column(), place(1).row(), 4711);
        int[] guess = SampleJpegs.band(stamp(jpeg, Strength.DEFAULT, known), 0);
        double marked = 0;
        double left = 0;
        int strokes = 0;
        for (int i = 0; i < before.length; i++) {
            if (Math.abs(after[i] - before[i]) > 16) {
                strokes++;
                marked += Math.abs(after[i] - before[i]);
                left += Math.abs(after[i] - guess[i]);
            }
        }
        assertThat(marked / strokes).isGreaterThan(25);
        assertThat(left / marked).as("what is left after subtracting").isGreaterThan(0.08);
        assertThat(left / strokes).as("in levels, where flat paper has none").isGreaterThan(2.5);
    }
}
