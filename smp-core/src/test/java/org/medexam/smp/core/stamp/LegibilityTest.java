package org.medexam.smp.core.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.picture.TestJpeg;
import org.medexam.smp.core.picture.TestPictures;
import org.medexam.smp.core.pixel.PixelGrid;

/** Whether the mark can be read, and what is under it too: in levels of luma, 0..255. */
class LegibilityTest {

    private final Stamping stamping = new Stamping();

    /** White paper, black, greys, a red diploma, pure colours, a blue seal, skin. */
    @ParameterizedTest
    @CsvSource({
        "255, 255, 255", "0, 0, 0", "128, 128, 128", "99, 99, 99", "101, 101, 101", "60, 60, 60", "200, 200, 200",
        "190, 25, 40", "255, 0, 0", "0, 255, 0", "0, 0, 255", "255, 255, 0", "0, 255, 255", "20, 30, 90",
        "225, 180, 150", "250, 246, 232"
    })
    void standsOutFromAnyGround(int red, int green, int blue) {
        Color ground = new Color(red, green, blue);
        BufferedImage image = TestPictures.plain(800, 600, ground);
        for (byte[] picture :
                new byte[][] {Stamping.png(image), TestJpeg.of(image).bytes()}) {
            PixelGrid stamped = Stamping.decode(stamping.stamp(picture).bytes());
            int strokes = 0;
            int touched = 0;
            double sum = 0;
            for (int y = 0; y < 600; y++) {
                for (int x = 0; x < 800; x++) {
                    double change = Math.abs(Stamping.luma(stamped, x, y) - Stamping.luma(ground));
                    touched += change > 8 ? 1 : 0;
                    if (change > 30) {
                        strokes++;
                        sum += change;
                    }
                }
            }
            assertThat(strokes / 480_000.0).as("share of strokes").isBetween(0.04, 0.20);
            assertThat(touched / 480_000.0).as("share of touched pixels").isBetween(0.06, 0.30);
            assertThat(sum / strokes).as("contrast of strokes").isBetween(40.0, 70.0);
        }
    }

    /** Stripes as fine as writing, of several contrasts. */
    @ParameterizedTest
    @CsvSource({"20, 250", "60, 235", "100, 200", "230, 20", "150, 60", "120, 180"})
    void leavesTheTextUnderItReadable(int ink, int paper) {
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

    /** However a picture is cut, there is no piece of four letters' side without a stroke. */
    @ParameterizedTest
    @CsvSource({"1600, 1200", "800, 1200", "320, 240", "2400, 300", "40, 2000"})
    void isEverywhere(int width, int height) {
        int em = new Watermark(Lettering.of(Lettering.WATERMARK)).em(width, height);
        PixelGrid stamped = Stamping.decode(stamping.stamp(Stamping.png(TestPictures.plain(width, height, Color.WHITE)))
                .bytes());
        int side = 4 * em;
        for (int top = 0; top + side <= height; top += em) {
            for (int left = 0; left + side <= width; left += em) {
                assertThat(darkest(stamped, left, top, side))
                        .as("at " + left + "," + top)
                        .isLessThan(215);
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
        Lettering lettering = Lettering.of(Lettering.WATERMARK);
        int em = new Watermark(lettering).em(width, height);
        AffineTransform slant = AffineTransform.getRotateInstance(-Math.PI / 6);
        slant.scale(em, em);
        Rectangle2D bounds = slant.createTransformedShape(lettering.outline()).getBounds2D();

        assertThat(bounds.getWidth()).isLessThanOrEqualTo(width);
        assertThat(bounds.getHeight()).isLessThanOrEqualTo(height);
        MarkTile tile = MarkTile.render(lettering, em);
        // the copy which the watermark puts in the middle of the picture lies whole around this place of the tile
        int strokes = 0;
        for (int y = (int) -bounds.getHeight() / 2; y < bounds.getHeight() / 2; y++) {
            for (int x = (int) -bounds.getWidth() / 2; x < bounds.getWidth() / 2; x++) {
                int column = Math.floorMod(tile.middleX() + x, tile.width());
                int row = Math.floorMod(tile.middleY() + y, tile.height());
                strokes += Math.max(0, tile.mask()[row * tile.width() + column]);
            }
        }
        assertThat(strokes / (double) MarkTile.FULL / em / em)
                .as("inked area in square em")
                .isBetween(2.0, 4.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 47, 160})
    void repeatsWithoutASeamOnTheGridOfAJpegsBlocks(int em) {
        MarkTile tile = MarkTile.render(Lettering.of(Lettering.WATERMARK), em);

        assertThat(tile.width() % 16).isZero();
        assertThat(tile.height() % 16).isZero();
        // four copies on the diagonal: a quarter of the way along, the tile repeats itself
        int differing = 0;
        for (int y = 0; y < tile.height(); y++) {
            for (int x = 0; x < tile.width(); x++) {
                int there =
                        (y + tile.height() / 4) % tile.height() * tile.width() + (x + tile.width() / 4) % tile.width();
                differing += tile.mask()[y * tile.width() + x] == tile.mask()[there] ? 0 : 1;
            }
        }
        assertThat(differing).isZero();
    }

    @Test
    void growsWithThePicture() {
        Watermark watermark = new Watermark(Lettering.of(Lettering.WATERMARK));

        assertThat(watermark.em(3200, 2400))
                .isBetween(watermark.em(1600, 1200) * 18 / 10, watermark.em(1600, 1200) * 22 / 10);
        assertThat(watermark.em(320, 240)).isEqualTo(16);
        assertThat(watermark.em(1, 1)).isEqualTo(8);
    }
}
