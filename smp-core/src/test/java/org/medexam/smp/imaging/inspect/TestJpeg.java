package org.medexam.smp.imaging.inspect;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Node;

/** Writes JPEGs of the kinds that phones and scanners send. */
public final class TestJpeg {

    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

    private final BufferedImage image;
    private boolean progressive;
    private float quality = 0.9f;
    private int horizontal = 2;
    private int vertical = 2;
    private int restart;

    private TestJpeg(BufferedImage image) {
        this.image = image;
    }

    public static TestJpeg of(BufferedImage image) {
        return new TestJpeg(image);
    }

    public TestJpeg progressive() {
        progressive = true;
        return this;
    }

    public TestJpeg quality(double quality) {
        this.quality = (float) quality;
        return this;
    }

    /** Sampling factors of the luma: 1, 1 is 4:4:4; 2, 1 is 4:2:2; 2, 2 is 4:2:0. */
    public TestJpeg sampling(int horizontal, int vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
        return this;
    }

    /** A restart marker after so many blocks of samples. */
    public TestJpeg restartEvery(int units) {
        restart = units;
        return this;
    }

    public byte[] bytes() {
        return write((writer, param) -> {
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
            Node root = metadata.getAsTree(FORMAT);
            Node markers = root.getLastChild();
            if (restart > 0) {
                IIOMetadataNode dri = new IIOMetadataNode("dri");
                dri.setAttribute("interval", String.valueOf(restart));
                markers.insertBefore(dri, markers.getLastChild());
            }
            for (Node node = markers.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node.getNodeName().equals("sof") && node.getChildNodes().getLength() == 3) {
                    IIOMetadataNode luma = (IIOMetadataNode) node.getFirstChild();
                    luma.setAttribute("HsamplingFactor", String.valueOf(horizontal));
                    luma.setAttribute("VsamplingFactor", String.valueOf(vertical));
                }
            }
            metadata.setFromTree(FORMAT, root);
            return new IIOImage(image, null, metadata);
        });
    }

    /**
     * Four components, each pixel the same as Adobe writes them (255: no ink), behind Adobe's segment.
     *
     * @param transform 0: the components are CMYK; 2: YCCK
     */
    public static byte[] inks(int width, int height, int[] components, int transform) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, components);
            }
        }
        byte[] bare = new TestJpeg(null).write((writer, param) -> new IIOImage(raster, null, null));
        return insert(bare, 0xEE, adobe(transform));
    }

    public static byte[] adobe(int transform) {
        return new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
    }

    /** EXIF content of an APP1 segment: one directory with make and orientation, little-endian. */
    public static byte[] exif(int orientation) {
        byte[] head = {'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 2, 0};
        byte[] make = {0x0F, 1, 2, 0, 4, 0, 0, 0, 'S', 'M', 'P', 0};
        byte[] turn = {0x12, 1, 3, 0, 1, 0, 0, 0, (byte) orientation, (byte) (orientation >> 8), 0, 0};
        return concat(head, make, turn, new byte[4]);
    }

    /** Content of an APP2 segment: one part of an ICC profile. */
    public static byte[] icc(byte[] part, int number, int count) {
        byte[] head = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
        return concat(head, new byte[] {(byte) number, (byte) count}, part);
    }

    /** Puts a segment behind SOI. */
    public static byte[] insert(byte[] jpeg, int marker, byte[] content) {
        int length = content.length + 2;
        byte[] head = {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
        return concat(Arrays.copyOf(jpeg, 2), head, content, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Index of the first marker of this kind in front of the entropy-coded data. */
    public static int find(byte[] jpeg, int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != marker) {
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return at;
    }

    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private interface Content {
        IIOImage of(ImageWriter writer, ImageWriteParam param) throws IOException;
    }

    private byte[] write(Content content) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, content.of(writer, param), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
