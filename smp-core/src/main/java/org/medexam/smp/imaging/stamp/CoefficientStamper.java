package org.medexam.smp.imaging.stamp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.coefficient.CoefficientPicture;
import org.medexam.smp.imaging.coefficient.LosslessTransform;
import org.medexam.smp.imaging.coefficient.copy.StreamingEditor;
import org.medexam.smp.imaging.coefficient.write.NotEncodable;
import org.medexam.smp.imaging.inspect.JpegFacts;
import org.medexam.smp.imaging.inspect.Orientation;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureFormat;
import org.medexam.smp.imaging.inspect.PictureInspector;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.scan.DecodableJpeg;
import org.medexam.smp.imaging.jpeg.scan.QuantizationTable;
import org.medexam.smp.imaging.jpeg.scan.UnsupportedCoding;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.mark.MarkPosition;
import org.medexam.smp.imaging.mark.MarkSpectrum;
import org.medexam.smp.imaging.mark.MarkTile;
import org.medexam.smp.imaging.pixel.DecodePermits;
import org.medexam.smp.imaging.pixel.DecodePermits.Permit;
import org.medexam.smp.imaging.pixel.PictureEncoder;
import org.medexam.smp.imaging.pixel.PixelGrid;

/**
 * Stamps JPEGs in their coefficients, without decoding them to pixels. This is several times faster, and every sample
 * beside the mark stays identical.
 *
 * <p>Upright sequential pictures are edited in a single pass. The coefficients of progressive pictures, of pictures to be
 * rotated, and of pictures whose output would be too long otherwise are decoded and encoded anew. All other pictures go to
 * the pixel stamper.
 */
public final class CoefficientStamper implements Stamper {

    /** Added to the maximal output of 1.5 × the input, for tiny pictures. */
    private static final int EXTRA_BYTES = 16 << 10;

    private static final int WARM_UP_ITERATIONS = 40;
    private static final int WARM_UP_SIDE = 512;
    /** Typical sizes of phone pictures and scans of 200 KB. */
    private static final int[][] TYPICAL_SIZES = {
        {960, 720}, {1080, 810}, {1200, 900}, {1440, 1080}, {1600, 1200}, {1920, 1440}
    };

    private final Stamper pixels;
    private final DecodePermits permits;
    private final DistrictMark mark;
    /** By font size, of which there are two dozen: 4 MB if all are used, 14 MB with the longest text. */
    private final Map<Integer, MarkSpectrum> spectra = new ConcurrentHashMap<>();

    private final StreamingEditor editor = new StreamingEditor();

    /**
     * @param pixels stamps the pictures whose coefficients cannot be edited
     * @param permits limits the memory of pictures whose coefficients are all decoded
     */
    public CoefficientStamper(Stamper pixels, DecodePermits permits, DistrictMark mark) {
        this.pixels = pixels;
        this.permits = permits;
        this.mark = mark;
    }

    /**
     * Renders the mark in typical sizes and stamps a picture often enough for the JVM to compile the code, so that the
     * first upload does not wait for it.
     */
    public void warmUp() {
        byte[] jpeg = PictureEncoder.jpeg(stripes(), 0.9f);
        JpegFacts drawn = (JpegFacts) new PictureInspector(PictureLimits.NONE).inspect(jpeg);
        for (int i = 0; i < WARM_UP_ITERATIONS; i++) {
            stampCoefficients(drawn);
        }
        for (int[] size : TYPICAL_SIZES) {
            spectrum(mark.em(size[0], size[1]));
        }
    }

    private static PixelGrid stripes() {
        PixelGrid grid = PixelGrid.of(WARM_UP_SIDE, WARM_UP_SIDE, 3);
        for (int i = 0; i < grid.samples().length; i++) {
            grid.samples()[i] = (byte) (i % 7 * (i / 999 % 30));
        }
        return grid;
    }

    @Override
    public StampedPicture stamp(PictureFacts picture) {
        if (!(picture instanceof JpegFacts jpeg)) {
            return pixels.stamp(picture);
        }
        try {
            return stampCoefficients(jpeg);
        } catch (UnsupportedCoding | NotEncodable e) {
            return pixels.stamp(picture);
        }
    }

    /**
     * Stamps a JPEG in its coefficients.
     *
     * @throws UnsupportedCoding if the coefficients are not decoded here, or the picture cannot be rotated without loss
     * @throws NotEncodable if the output would be too long
     */
    StampedPicture stampCoefficients(JpegFacts jpeg) {
        byte[] received = jpeg.bytes();
        DecodableJpeg picture = DecodableJpeg.of(jpeg.file());
        LosslessTransform transform = transform(jpeg.orientation());
        if (!transform.isExact(picture.frame())) {
            throw new UnsupportedCoding("sides that cannot be rotated without loss");
        }
        if (editor.supports(picture) && transform.equals(LosslessTransform.NONE)) {
            try {
                return stampStreaming(received, picture);
            } catch (NotEncodable e) {
                // optimal Huffman tables often make room
                return stampDecoded(received, picture, transform);
            }
        }
        return stampDecoded(received, picture, transform);
    }

    private StampedPicture stampStreaming(byte[] received, DecodableJpeg picture) {
        Frame frame = picture.frame();
        CoefficientMark edit = mark(received, frame, picture.quantization(frame.luma()));
        return checked(editor.edit(picture, edit, limit(received)), frame, limit(received));
    }

    private StampedPicture stampDecoded(byte[] received, DecodableJpeg picture, LosslessTransform transform) {
        if (!CoefficientPicture.supports(picture)) {
            throw new UnsupportedCoding("more blocks than are held in memory");
        }
        long memory = CoefficientPicture.memory(picture.frame()) * (transform.equals(LosslessTransform.NONE) ? 1 : 2);
        try (Permit permit = permits.acquire(memory)) {
            CoefficientPicture upright = CoefficientPicture.decode(picture).transformed(transform);
            upright.edit(mark(received, upright.frame(), upright.lumaQuantization()));
            return checked(upright.encode(limit(received)), upright.frame(), limit(received));
        }
    }

    private CoefficientMark mark(byte[] received, Frame frame, QuantizationTable quantization) {
        MarkSpectrum spectrum = spectrum(mark.em(frame.width(), frame.height()));
        MarkPosition position = mark.key().position(received, frame.width(), frame.height(), spectrum.lattice());
        return new CoefficientMark(spectrum, position, mark.strength(), quantization);
    }

    private MarkSpectrum spectrum(int em) {
        return spectra.computeIfAbsent(em, size -> new MarkSpectrum(MarkTile.render(mark.lettering(), size)));
    }

    private static int limit(byte[] received) {
        return received.length + received.length / 2 + EXTRA_BYTES;
    }

    /** Checks the length of the whole file, headers and stuffing included. */
    private static StampedPicture checked(byte[] bytes, Frame frame, int limit) {
        if (bytes.length > limit) {
            throw new NotEncodable("more than " + limit + " bytes");
        }
        return new StampedPicture(bytes, PictureFormat.JPEG, frame.width(), frame.height());
    }

    /** The transform that makes a picture of this orientation upright (EXIF 2.32, tag 0x0112). */
    private static LosslessTransform transform(Orientation orientation) {
        return switch (orientation) {
            case TOP_LEFT -> LosslessTransform.NONE;
            case TOP_RIGHT -> new LosslessTransform(false, true, false);
            case BOTTOM_RIGHT -> new LosslessTransform(false, true, true);
            case BOTTOM_LEFT -> new LosslessTransform(false, false, true);
            case LEFT_TOP -> new LosslessTransform(true, false, false);
            case RIGHT_TOP -> new LosslessTransform(true, true, false);
            case RIGHT_BOTTOM -> new LosslessTransform(true, true, true);
            case LEFT_BOTTOM -> new LosslessTransform(true, false, true);
        };
    }
}
