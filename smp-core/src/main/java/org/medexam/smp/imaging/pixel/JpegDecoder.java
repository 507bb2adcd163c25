package org.medexam.smp.imaging.pixel;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.medexam.smp.imaging.jpeg.ColourSpace;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.jpeg.Marker;
import org.medexam.smp.imaging.jpeg.Segment;

/** Decodes JPEGs with the JDK's reader. */
final class JpegDecoder {

    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    /** An Adobe segment with transform 0: the components are not converted. */
    private static final byte[] ADOBE = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };

    private JpegDecoder() {}

    static PixelGrid decode(JpegFile file) throws IOException {
        ColourSpace colours = file.colourSpace();
        Frame frame = file.frame();
        Optional<EmbeddedProfile> profile = EmbeddedProfile.ofJpeg(file);
        int scans = file.scans().size();
        byte[] jpeg = withoutMetadata(file, colours);
        if (colours.components() == 4) {
            byte[] inks = read(jpeg, reader -> cmyk(reader, scans));
            return CmykConversion.toSrgb(frame.width(), frame.height(), inks, colours == ColourSpace.YCCK, profile);
        }
        PixelGrid grid = PixelGrid.of(frame.width(), frame.height(), colours.components());
        read(jpeg, reader -> into(reader, grid, scans));
        profile.ifPresent(p -> p.toSrgb(grid));
        return grid;
    }

    /**
     * The same picture with a single application segment, which states the colour space: the JDK's reader fails on
     * profiles with wrong numbers and on JFIF beside Adobe, which every browser shows.
     */
    private static byte[] withoutMetadata(JpegFile file, ColourSpace colours) {
        byte[] jpeg = file.bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + 32);
        out.write(0xFF);
        out.write(Marker.SOI);
        out.writeBytes(colours == ColourSpace.GREY || colours == ColourSpace.YCBCR ? JFIF : ADOBE);
        for (Segment segment : file.segments()) {
            if (segment.marker() < Marker.APP0) {
                out.write(jpeg, segment.start(), segment.end() - segment.start());
            }
        }
        out.write(0xFF);
        out.write(Marker.EOI);
        return out.toByteArray();
    }

    private static BufferedImage into(ImageReader reader, PixelGrid grid, int scans) throws IOException {
        ImageReadParam param = lastPass(reader, scans);
        param.setDestination(grid.image());
        return reader.read(0, param);
    }

    private static byte[] cmyk(ImageReader reader, int scans) throws IOException {
        Raster raster = reader.readRaster(0, lastPass(reader, scans));
        DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
        return buffer.getData();
    }

    /** Skips the intermediate passes: by default the JDK's reader outputs the whole picture once for every scan. */
    private static ImageReadParam lastPass(ImageReader reader, int scans) {
        ImageReadParam param = reader.getDefaultReadParam();
        if (scans > 1) {
            param.setSourceProgressivePasses(scans, Integer.MAX_VALUE);
        }
        return param;
    }

    private interface ReaderCall<T> {
        T apply(ImageReader reader) throws IOException;
    }

    private static <T> T read(byte[] jpeg, ReaderCall<T> call) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        boolean[] warned = new boolean[1];
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.addIIOReadWarningListener((source, warning) -> warned[0] = true);
            reader.setInput(in, true, true);
            T result = call.apply(reader);
            if (warned[0]) {
                // the reader warns of truncated or damaged data and fills the rest with grey
                throw new IIOException("the reader warned");
            }
            return result;
        } finally {
            reader.dispose();
        }
    }
}
