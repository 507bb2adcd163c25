package org.medexam.smp.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureInspector;

class TilesTest {

    @TempDir
    Path folder;

    private static PictureFacts picture(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", png);
        return new PictureInspector(PictureLimits.DEFAULT).inspect(png.toByteArray());
    }

    private BufferedImage tile(int width, int height) throws IOException {
        return ImageIO.read(new Tiles(folder).file(picture(width, height)).toFile());
    }

    @Test
    void noTileIsLargerThanItsPicture() throws IOException {
        for (int[] size : new int[][] {{1, 1}, {40, 30}, {3000, 20}, {20, 3000}}) {
            BufferedImage tile = tile(size[0], size[1]);
            assertThat(tile.getWidth()).isLessThanOrEqualTo(size[0]);
            assertThat(tile.getHeight()).isLessThanOrEqualTo(size[1]);
        }
    }

    @Test
    void aPictureThatIsLargeEnoughGetsTheWholeTile() throws IOException {
        BufferedImage whole = new Tiles(folder).image(Tiles.em(3000, 2000));

        assertThat(tile(3000, 2000).getWidth()).isEqualTo(whole.getWidth());
        assertThat(tile(3000, 2000).getHeight()).isEqualTo(whole.getHeight());
    }
}
