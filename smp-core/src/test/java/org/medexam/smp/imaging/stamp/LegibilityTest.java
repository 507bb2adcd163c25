package org.medexam.smp.imaging.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.inspect.TestPictures;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.mark.FontSize;
import org.medexam.smp.imaging.mark.Lettering;
import org.medexam.smp.imaging.mark.MarkLattice;
import org.medexam.smp.imaging.mark.MarkPosition;
import org.medexam.smp.imaging.mark.MarkTile;
import org.medexam.smp.imaging.mark.Strength;
import org.medexam.smp.imaging.pixel.PixelGrid;

/** Checks that the mark and text under it are legible, in levels of luma, 0–255. */
class LegibilityTest {

    private static final Lettering LETTERING = Lettering.of(Lettering.WATERMARK);

    private final Stamping stamping = new Stamping();

    /** White paper, black, greys, a red diploma, pure colours, a blue seal, skin. */
    @ParameterizedTest
    @CsvSource({
        "255, 255, 255", "0, 0, 0", "128, 128, 128", "99, 99, 99", "101, 101, 101", "60, 60, 60", "200, 200, 200",
        "190, 25, 40", "255, 0, 0", "0, 255, 0", "0, 0, 255", "255, 255, 0", "0, 255, 255", "20, 30, 90",
        "225, 180, 150", "250, 246, 232"
    })
    void isLegibleOnAnyGround(int red, int green, int blue) {
        Color ground = new Color(red, green, blue);
        BufferedImage image = TestPictures.plain(800, 600, ground);
        for (byte[] picture :
                new byte[][] {Stamping.png(image), TestJpeg.of(image).bytes()}) {
            for (int levels : new int[] {Strength.MIN_LEVELS, Strength.DEFAULT.levels(), Strength.MAX_LEVELS}) {
                DistrictMark mark =
                        new DistrictMark(LETTERING, new Strength(levels), Stamping.key("a district's secret"));
                PixelGrid stamped =
                        Stamping.decode(new Stamping(mark).stamp(picture).bytes());
                int strokes = 0;
                int touched = 0;
                double sum = 0;
                for (int y = 0; y < 600; y++) {
                    for (int x = 0; x < 800; x++) {
                        double change = Math.abs(Stamping.luma(stamped, x, y) - Stamping.luma(ground));
                        touched += change > 8 ? 1 : 0;
                        if (change > levels / 2.0) {
                            strokes++;
                            sum += change;
                        }
                    }
                }
                assertThat(strokes / 480_000.0).as("share of strokes").isBetween(0.03, 0.12);
                assertThat(touched / 480_000.0).as("share of touched pixels").isBetween(0.04, 0.20);
                assertThat(sum / strokes).as("contrast of strokes").isBetween(0.65 * levels, 1.15 * levels);
            }
        }
    }

    /** Squares of so many colours: their palettes have room for the mark's colours, little room, or none. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 40, 216, 250, 256})
    void isLegibleInPicturesOfFewColours(int colours) {
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                image.setRGB(x, y, 0xFFFFFF - (x / 40 + y / 40 * 20) % colours * (0xFFFFFF / Math.max(1, colours - 1)));
            }
        }
        for (int levels : new int[] {Strength.MIN_LEVELS, Strength.DEFAULT.levels(), Strength.MAX_LEVELS}) {
            DistrictMark mark = new DistrictMark(LETTERING, new Strength(levels), Stamping.key("a district's secret"));
            PixelGrid stamped = Stamping.decode(
                    new Stamping(mark).stamp(Stamping.png(image)).bytes());
            int strokes = 0;
            double sum = 0;
            for (int y = 0; y < 600; y++) {
                for (int x = 0; x < 800; x++) {
                    double change =
                            Math.abs(Stamping.luma(stamped, x, y) - Stamping.luma(new Color(image.getRGB(x, y))));
                    if (change > levels / 2.0) {
                        strokes++;
                        sum += change;
                    }
                }
            }
            assertThat(strokes / 480_000.0).as("share of strokes").isBetween(0.03, 0.12);
            assertThat(sum / strokes).as("contrast of strokes").isBetween(0.65 * levels, 1.15 * levels);
        }
    }

    /** Stripes as fine as writing, of several contrasts. */
    @ParameterizedTest
    @CsvSource({"20, 250", "60, 235", "100, 200", "230, 20", "150, 60", "120, 180"})
    void keepsTextUnderItLegible(int ink, int paper) {
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                int value = x / 4 % 3 == 0 ? ink : paper;
                image.setRGB(x, y, new Color(value, value, value).getRGB());
            }
        }
        PixelGrid stamped = Stamping.decode(stamping.stamp(Stamping.png(image)).bytes());
        int edges = 0;
        int kept = 0;
        double sum = 0;
        for (int y = 0; y < 600; y++) {
            for (int x = 3; x + 1 < 800; x += 12) {
                double contrast = (Stamping.luma(stamped, x + 1, y) - Stamping.luma(stamped, x, y)) / (paper - ink);
                edges++;
                sum += contrast;
                kept += contrast > 0.6 ? 1 : 0;
            }
        }
        assertThat(sum / edges).as("mean share of contrast that is left").isGreaterThan(0.93);
        assertThat(kept / (double) edges).as("share of edges that keep 60 %").isGreaterThan(0.94);
    }

    /** Every square with a side of five letters has a stroke. */
    @ParameterizedTest
    @CsvSource({"1600, 1200", "800, 1200", "320, 240", "2400, 300", "40, 2000"})
    void coversTheWholePicture(int width, int height) {
        int em = FontSize.em(LETTERING.width(), width, height);
        PixelGrid stamped = Stamping.decode(stamping.stamp(Stamping.png(TestPictures.plain(width, height, Color.WHITE)))
                .bytes());
        int side = 5 * em;
        for (int top = 0; top + side <= height; top += em) {
            for (int left = 0; left + side <= width; left += em) {
                assertThat(darkest(stamped, left, top, side))
                        .as("at " + left + "," + top)
                        .isLessThan(225);
            }
        }
    }

    private static double darkest(PixelGrid grid, int left, int top, int side) {
        double darkest = 255;
        for (int y = top; y < top + side; y += 2) {
            for (int x = left; x < left + side; x++) {
                darkest = Math.min(darkest, Stamping.luma(grid, x, y));
            }
        }
        return darkest;
    }

    @ParameterizedTest
    @CsvSource({"320, 240", "240, 320", "200, 200", "640, 480", "1600, 1200", "5000, 8000", "130, 90"})
    void showsTheWholeTextAtLeastOnce(int width, int height) {
        int em = FontSize.em(LETTERING.width(), width, height);
        MarkTile tile = MarkTile.render(LETTERING, em);
        MarkLattice.Text text = tile.lattice().text();
        for (int i = 0; i < 50; i++) {
            MarkPosition position =
                    Stamping.key("a district's secret").position(new byte[i], width, height, tile.lattice());
            int left = 8 * (text.left() - position.column());
            int top = 8 * (text.top() - position.row());

            assertThat(left).isGreaterThan(-8);
            assertThat(top).isGreaterThan(-8);
            assertThat(left + 8 * text.columns()).isLessThan(width + 16);
            assertThat(top + 8 * text.rows()).isLessThan(height + 16);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8, 仅限医考审核使用",
        "16, 仅限医考审核使用",
        "47, 仅限医考审核使用",
        "160, 仅限医考审核使用",
        "24, 仅限医考审核使用 甘肃 2026",
        "33, 一二三四五六七八九十一二三四五六七八九十一二三四五六七八"
    })
    void repeatsWithoutASeam(int em, String words) {
        Lettering lettering = Lettering.of(words);
        MarkTile tile = MarkTile.render(lettering, em);
        MarkLattice.Text text = tile.lattice().text();

        long inTile = 0;
        for (int mask : tile.mask()) {
            inTile += Math.max(0, mask);
        }
        for (int[] copy : new int[][] {{0, 0}, {1, 0}, {-2, 1}, {0, 5}}) {
            int left = 8
                    * (text.left()
                            + copy[0] * tile.lattice().columns()
                            + copy[1] * tile.lattice().shift());
            int top = 8 * (text.top() + copy[1] * tile.lattice().rows());
            assertThat(ink(tile, em, left, top))
                    .as("one whole copy, nothing cut off, nothing twice")
                    .isEqualTo(inTile);
        }
    }

    /** Of the copy with this bounding box, without parts of the rows above and below. */
    private static long ink(MarkTile tile, int em, int left, int top) {
        MarkLattice.Text text = tile.lattice().text();
        long ink = 0;
        for (int y = 0; y < 8 * text.rows(); y++) {
            for (int x = 0; x < 8 * text.columns(); x++) {
                double across = x - 4.0 * text.columns();
                double down = y - 4.0 * text.rows();
                double offLine = across * Math.sin(MarkLattice.SLANT) + down * Math.cos(MarkLattice.SLANT);
                if (Math.abs(offLine) < 2 * em) {
                    ink += Math.max(0, tile.mask(left + x, top + y));
                }
            }
        }
        return ink;
    }

    @Test
    void growsWithThePicture() {
        int usual = FontSize.em(8, 1600, 1200);

        assertThat(FontSize.em(8, 3200, 2400)).isBetween(usual * 18 / 10, usual * 22 / 10);
        assertThat(FontSize.em(8, 320, 240)).isEqualTo(16);
        assertThat(FontSize.em(8, 1, 1)).isEqualTo(8);
    }
}
