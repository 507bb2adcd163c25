package org.medexam.smp.imaging.coefficient;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.Plane;
import org.medexam.smp.imaging.coefficient.write.BitWriter;
import org.medexam.smp.imaging.coefficient.write.BlockEncoder;
import org.medexam.smp.imaging.coefficient.write.EncodingTable;
import org.medexam.smp.imaging.inspect.TestJpeg;
import org.medexam.smp.imaging.inspect.TestPictures;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.jpeg.scan.DecodableJpeg;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;
import org.medexam.smp.imaging.jpeg.scan.JpegWriter;
import org.medexam.smp.imaging.jpeg.scan.StandardTables;

/** Generated JPEGs of all kinds, and their samples as decoded by the JDK (libjpeg). */
public final class SampleJpegs {

    private SampleJpegs() {}

    /** A certificate with the noise of a camera. */
    public static BufferedImage noisy(int width, int height, boolean grey) {
        BufferedImage clean = TestPictures.certificate(width, height);
        BufferedImage image =
                new BufferedImage(width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        image.getGraphics().drawImage(clean, 0, 0, null);
        Random random = new Random(width * 31L + height);
        int[] pixel = new int[image.getRaster().getNumBands()];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().getPixel(x, y, pixel);
                for (int band = 0; band < pixel.length; band++) {
                    int value =
                            pixel[band] + (int) (random.nextGaussian() * 6) + (int) (9 * Math.sin(x / 23.0 + y / 17.0));
                    pixel[band] = Math.max(0, Math.min(255, value));
                }
                image.getRaster().setPixel(x, y, pixel);
            }
        }
        return image;
    }

    /** One of each kind that phones and scanners send: sampling, restart markers, grey, progressive, optimized tables. */
    public static List<byte[]> kinds(int width, int height) {
        List<byte[]> kinds = new ArrayList<>();
        BufferedImage colour = noisy(width, height, false);
        for (int[] sampling : new int[][] {{1, 1}, {2, 1}, {1, 2}, {2, 2}, {4, 1}}) {
            kinds.add(TestJpeg.of(colour).sampling(sampling[0], sampling[1]).bytes());
        }
        kinds.add(TestJpeg.of(colour).restartEvery(7).bytes());
        kinds.add(TestJpeg.of(colour).sampling(1, 1).restartEvery(1).bytes());
        kinds.add(TestJpeg.of(colour).quality(0.3).bytes());
        kinds.add(TestJpeg.of(colour).quality(1.0).bytes());
        kinds.add(TestJpeg.of(noisy(width, height, true)).bytes());
        kinds.add(optimised(TestJpeg.of(colour).bytes()));
        kinds.add(nonInterleaved(TestJpeg.of(colour).bytes()));
        kinds.add(TestJpeg.of(colour).progressive().bytes());
        kinds.add(TestJpeg.of(colour).progressive().sampling(1, 1).quality(0.5).bytes());
        kinds.add(TestJpeg.of(noisy(width, height, true)).progressive().bytes());
        return kinds;
    }

    /** The tables and scans of a JPEG. */
    public static DecodableJpeg decodable(byte[] jpeg) {
        return DecodableJpeg.of(JpegFile.parse(jpeg, PictureLimits.NONE));
    }

    /** The coefficients of a JPEG. */
    public static CoefficientPicture coefficients(byte[] jpeg) {
        return CoefficientPicture.decode(decodable(jpeg));
    }

    /** The same picture with optimized Huffman tables. */
    public static byte[] optimised(byte[] jpeg) {
        return coefficients(jpeg).encode(4 * jpeg.length);
    }

    /** The same picture with a scan for each component. */
    public static byte[] nonInterleaved(byte[] jpeg) {
        DecodableJpeg file = decodable(jpeg);
        CoefficientPicture picture = CoefficientPicture.decode(file);
        HuffmanTable dc = StandardTables.DC_LUMA;
        HuffmanTable ac = StandardTables.AC_LUMA;
        JpegWriter writer = new JpegWriter(2 * jpeg.length);
        writer.head(file, file.frame(), table -> table);
        for (Plane plane : picture.planes()) {
            BitWriter out = new BitWriter(jpeg.length, 4 * jpeg.length);
            BlockEncoder codes = new BlockEncoder(new EncodingTable(dc), new EncodingTable(ac));
            Block block = new Block();
            int prediction = 0;
            for (int row = 0; row < plane.component().blocksDown(); row++) {
                for (int column = 0; column < plane.component().blocksAcross(); column++) {
                    int number = plane.block(row, column);
                    int difference = plane.dc(number) - prediction;
                    prediction = plane.dc(number);
                    out.ensureBlockFits();
                    codes.encodeDc(difference, difference, out);
                    plane.load(number, block);
                    codes.encodeAc(block, out);
                }
            }
            int end = out.align();
            writer.scan(
                    List.of(new DecodableScan.Part(plane.component(), 0, 0, dc, ac)), 0, out.bytes(), new int[] {end});
        }
        return writer.end();
    }

    /** The samples as libjpeg decodes them: luma and chroma, not made RGB. */
    public static Raster samples(byte[] jpeg) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.addIIOReadWarningListener((source, warning) -> {
                throw new IllegalStateException(warning);
            });
            reader.setInput(in);
            return reader.readRaster(0, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    /** The samples of one component, row by row. */
    public static int[] band(byte[] jpeg, int band) {
        Raster raster = samples(jpeg);
        return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, (int[]) null);
    }

    /** The number of components. */
    public static int bands(byte[] jpeg) {
        return samples(jpeg).getNumBands();
    }
}
