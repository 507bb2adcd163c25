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

/** Decodes JPEGs through the JDK's reader. */
final class JpegDecoder {

    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    /** Adobe's segment, transform 0: the components are to be taken as they are. */
    private static final byte[] ADOBE = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };

    private JpegDecoder() {}

    static PixelGrid decode(JpegFile file) throws IOException {
        ColourSpace colours = file.colourSpace();
        Frame frame = file.frame();
        Optional<EmbeddedProfile> profile = EmbeddedProfile.ofJpeg(file);
        int scans = file.scans().size();
        byte[] bare = bare(file, colours);
        if (colours.components() == 4) {
            byte[] inks = read(bare, reader -> inks(reader, scans));
            return CmykConversion.toSrgb(frame.width(), frame.height(), inks, colours == ColourSpace.YCCK, profile);
        }
        PixelGrid grid = PixelGrid.of(frame.width(), frame.height(), colours.components());
        read(bare, reader -> into(reader, grid, scans));
        profile.ifPresent(p -> p.toSrgb(grid));
        return grid;
    }

    /**
     * The same picture without any application segment but the one that says what the components mean: profiles with
     * wrong numbers and JFIF beside Adobe make the JDK's reader stumble over pictures which every browser shows.
     */
    private static byte[] bare(JpegFile file, ColourSpace colours) {
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

    private static byte[] inks(ImageReader reader, int scans) throws IOException {
        Raster raster = reader.readRaster(0, lastPass(reader, scans));
        DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
        return buffer.getData();
    }

    /** Left to itself the JDK's reader puts out the whole picture once per scan, each time a little better. */
    private static ImageReadParam lastPass(ImageReader reader, int scans) {
        ImageReadParam param = reader.getDefaultReadParam();
        if (scans > 1) {
            param.setSourceProgressivePasses(scans, Integer.MAX_VALUE);
        }
        return param;
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    private static <T> T read(byte[] jpeg, Reading<T> reading) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        boolean[] warned = new boolean[1];
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.addIIOReadWarningListener((source, warning) -> warned[0] = true);
            reader.setInput(in, true, true);
            T result = reading.from(reader);
            if (warned[0]) {
                // truncated or garbled data come as a warning, with grey where the picture ought to be
                throw new IIOException("the reader warned");
            }
            return result;
        } finally {
            reader.dispose();
        }
    }
}
