package org.medexam.smp.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.mark.Lettering;
import org.medexam.smp.imaging.mark.MarkTile;

/** The mark's tiles for the peers, by font size: mid-grey with an opacity of 0.30 where a stroke covers a pixel. */
final class Tiles {

    private static final double OPACITY = 0.30;
    private static final int GREY = 0x80_80_80;
    /** The product's tile is flat and repeats shifted, which the peers cannot do; a visible seam does not slow them. */
    private static final int HEIGHTS = 4;

    private final Path folder;
    private final Map<Integer, BufferedImage> images = new HashMap<>();

    Tiles(Path folder) {
        this.folder = folder;
    }

    /** The font size in pixels: a thirtieth of a square picture's side, as in the product. */
    static int em(int width, int height) {
        return (int) Math.max(16, Math.min(160, Math.sqrt((double) width * height) / 30));
    }

    /** The tile as a file, cropped to a picture that is smaller: sharp refuses a tile that is larger than the picture. */
    Path file(PictureFacts picture) {
        int em = em(picture.uprightWidth(), picture.uprightHeight());
        BufferedImage tile = image(em);
        int width = Math.min(tile.getWidth(), picture.uprightWidth());
        int height = Math.min(tile.getHeight(), picture.uprightHeight());
        Path file = folder.resolve("tile-" + em + "-" + width + "x" + height + ".png");
        if (Files.notExists(file)) {
            write(tile.getSubimage(0, 0, width, height), file);
        }
        return file;
    }

    BufferedImage image(int em) {
        return images.computeIfAbsent(em, this::draw);
    }

    private BufferedImage draw(int em) {
        MarkTile tile = MarkTile.render(Lettering.of(Lettering.WATERMARK), em);
        BufferedImage image = new BufferedImage(tile.width(), HEIGHTS * tile.height(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int alpha = (int) Math.round(255 * OPACITY * Math.max(0, tile.mask(x, y)) / MarkTile.FULL);
                image.setRGB(x, y, alpha << 24 | GREY);
            }
        }
        return image;
    }

    private static void write(BufferedImage image, Path file) {
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
