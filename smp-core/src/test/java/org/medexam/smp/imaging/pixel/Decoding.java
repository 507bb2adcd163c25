package org.medexam.smp.imaging.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.assertj.core.data.Offset;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.PictureInspector;

/** Decodes pictures and compares pixels. */
final class Decoding {

    private static final PictureInspector INSPECTOR = new PictureInspector(PictureLimits.NONE);

    private Decoding() {}

    static PixelGrid decode(byte[] picture) {
        return PictureDecoder.decode(INSPECTOR.inspect(picture));
    }

    static Color at(PixelGrid grid, int x, int y) {
        int at = (y * grid.width() + x) * grid.bands();
        int blue = grid.samples()[at] & 0xFF;
        if (grid.bands() == 1) {
            return new Color(blue, blue, blue);
        }
        return new Color(grid.samples()[at + 2] & 0xFF, grid.samples()[at + 1] & 0xFF, blue);
    }

    static void assertColour(PixelGrid grid, int x, int y, Color expected, int tolerance) {
        Color actual = at(grid, x, y);
        Offset<Integer> within = Offset.offset(tolerance);
        assertThat(actual.getRed()).as("red of " + actual).isCloseTo(expected.getRed(), within);
        assertThat(actual.getGreen()).as("green of " + actual).isCloseTo(expected.getGreen(), within);
        assertThat(actual.getBlue()).as("blue of " + actual).isCloseTo(expected.getBlue(), within);
    }
}
