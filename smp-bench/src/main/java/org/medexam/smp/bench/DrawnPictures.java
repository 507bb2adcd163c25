package org.medexam.smp.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.medexam.smp.imaging.mark.Lettering;

/** Pictures of nobody, such as candidates send, for whoever has no folder of their own to measure with. */
final class DrawnPictures {

    private static final Lettering LINE = Lettering.of("姓名 某某 证件编号 000000 本页为演示用图，不属于任何人");
    private static final float QUALITY = 0.8f;
    /** A phone held upright (EXIF 2.32, tag 0x0112). */
    private static final int RIGHT_TOP = 6;

    private final Path folder;
    private final int scale;

    /** @param scale the pictures' sides are so many times 320 and 240 */
    DrawnPictures(Path folder, int scale) {
        this.folder = folder;
        this.scale = scale;
    }

    /** @return the folder that they lie in */
    Path drawn() throws IOException {
        Files.createDirectories(folder);
        BufferedImage photo = page(320 * scale, 240 * scale, BufferedImage.TYPE_3BYTE_BGR, 6);
        Files.write(folder.resolve("photo.jpg"), jpeg(photo, false));
        Files.write(folder.resolve("photo-progressive.jpg"), jpeg(photo, true));
        Files.write(folder.resolve("photo-turned.jpg"), turned(jpeg(photo, false)));
        Files.write(
                folder.resolve("scan-grey.jpg"),
                jpeg(page(240 * scale, 320 * scale, BufferedImage.TYPE_BYTE_GRAY, 3), false));
        Files.write(
                folder.resolve("portrait.jpg"),
                jpeg(page(150 * scale, 200 * scale, BufferedImage.TYPE_3BYTE_BGR, 2), false));
        png("screen.png", page(320 * scale, 240 * scale, BufferedImage.TYPE_INT_RGB, 0));
        png("screen-palette.png", page(320 * scale, 240 * scale, BufferedImage.TYPE_BYTE_INDEXED, 0));
        png("scan-1bit.png", page(240 * scale, 320 * scale, BufferedImage.TYPE_BYTE_BINARY, 0));
        png("photo.png", page(80 * scale, 60 * scale, BufferedImage.TYPE_3BYTE_BGR, 4));
        return folder;
    }

    /** A page with writing, on an uneven ground as a camera sees it. */
    private static BufferedImage page(int width, int height, int type, int noise) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(250, 248, 240));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(40, 80, 150));
        pen.setStroke(new BasicStroke(4));
        pen.drawRect(width / 20, height / 20, width * 9 / 10, height * 9 / 10);
        pen.fillRect(width * 2 / 3, height / 8, width / 5, height / 4);
        pen.setColor(new Color(30, 30, 40));
        double em = width * 0.75 / LINE.width();
        for (int line = 0; line < 14; line++) {
            AffineTransform place = AffineTransform.getTranslateInstance(width / 12.0, height * (0.45 + 0.035 * line));
            place.scale(em, em);
            pen.fill(place.createTransformedShape(LINE.outline()));
        }
        pen.dispose();
        if (noise > 0) {
            light(image, noise);
        }
        return image;
    }

    private static void light(BufferedImage image, int noise) {
        Random random = new Random(5);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double shade = 1 - 0.35 * x / image.getWidth() - 0.1 * Math.sin(y / 150.0);
                int rgb = image.getRGB(x, y);
                int grain = (int) (noise * random.nextGaussian());
                int red = sample((rgb >> 16 & 0xFF) * shade + grain);
                int green = sample((rgb >> 8 & 0xFF) * shade + grain);
                int blue = sample((rgb & 0xFF) * shade * 0.95 + grain);
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
    }

    private static int sample(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    private static byte[] jpeg(BufferedImage image, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** With an APP1 segment after SOI: one IFD with one entry, the orientation. */
    private static byte[] turned(byte[] jpeg) {
        byte[] exif = ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) RIGHT_TOP)
                .putShort((short) 0)
                .putInt(0)
                .array();
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private void png(String name, BufferedImage image) throws IOException {
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }
}
