package org.medexam.smp.imaging.stamp;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.mark.Lettering;
import org.medexam.smp.imaging.mark.Strength;

/** Draws the result pictures of docs/pictures. Run the main method with the target folder. */
final class ResultPictures {

    private static final Lettering NOTICE = Lettering.of(Lettering.WATERMARK);

    private ResultPictures() {}

    public static void main(String[] folder) throws IOException {
        Path to = Path.of(folder[0]);
        byte[] certificate = TestJpeg.of(written(900, 640)).quality(0.85).bytes();
        for (int levels : new int[] {Strength.MIN_LEVELS, Strength.DEFAULT.levels(), Strength.MAX_LEVELS}) {
            Files.write(to.resolve("stamped-" + levels + ".jpg"), stamp(certificate, levels, NOTICE));
        }
        Lettering longer = Lettering.of("仅限医考审核使用 甘肃 2026");
        Files.write(to.resolve("stamped-district.jpg"), stamp(certificate, Strength.DEFAULT.levels(), longer));
        byte[] grounds = TestJpeg.of(grounds(900, 320)).quality(0.85).bytes();
        Files.write(to.resolve("stamped-grounds.jpg"), stamp(grounds, Strength.DEFAULT.levels(), NOTICE));
    }

    private static byte[] stamp(byte[] jpeg, int levels, Lettering lettering) {
        DistrictMark mark = new DistrictMark(lettering, new Strength(levels), Stamping.key("for the documents"));
        return new CoefficientStamper(new PixelStamper(Stamping.PERMITS, mark), Stamping.PERMITS, mark)
                .stamp(Stamping.inspect(jpeg))
                .bytes();
    }

    /** A made-up certificate with writing on it. */
    private static BufferedImage written(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, new Color(252, 249, 238), width, height, new Color(214, 208, 192)));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(170, 30, 40));
        graphics.fillRect(0, 0, width, 52);
        graphics.setColor(new Color(60, 90, 130));
        graphics.fillRect(690, 110, 150, 190);
        Lettering title = Lettering.of("执业医师资格考试报名材料");
        Lettering line = Lettering.of("姓名 某某 证件编号 000000 本页为演示用图，不属于任何人");
        graphics.setColor(new Color(30, 30, 40));
        set(graphics, title, 60, 120, 44);
        for (int i = 0; i < 7; i++) {
            set(graphics, line, 60, 190 + 62 * i, 14 + 2 * i);
        }
        graphics.dispose();
        return image;
    }

    private static void set(Graphics2D graphics, Lettering text, int x, int y, double em) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(em, em);
        graphics.fill(place.createTransformedShape(text.outline()));
    }

    /** White, light, medium, dark, black and textured ground. */
    private static BufferedImage grounds(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        int[] levels = {255, 190, 128, 60, 0};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int field = x * 6 / width;
                int level = field < levels.length
                        ? levels[field]
                        : (int) (128 + 60 * Math.sin(x / 5.0) * Math.sin(y / 7.0) + 40 * Math.sin((x + y) / 31.0));
                image.setRGB(x, y, new Color(level, level, level).getRGB());
            }
        }
        return image;
    }
}
