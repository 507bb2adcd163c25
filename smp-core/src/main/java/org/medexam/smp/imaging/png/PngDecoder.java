package org.medexam.smp.imaging.png;

import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.IIOException;

/**
 * Decodes a PNG row by row to 8 bits a sample, on white. Only IHDR, PLTE, tRNS and IDAT are read.
 *
 * <p>The JDK's reader needs the whole picture in its stored depth (320 MB for 40 megapixels of 16-bit RGBA, out of 200
 * KB), inflates every text and profile chunk, ignores tRNS of grey and RGB pictures, and treats grey as linear light.
 */
public final class PngDecoder {

    /** Adam7: first column, first row, columns apart, rows apart (PNG 8.1). */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

    private final byte[] png;
    private final PngHeader header;
    private final PngSamples converter;
    private final Inflater inflater = new Inflater();
    private final Iterator<PngChunk> data;

    public PngDecoder(PngFile file) {
        this.png = file.bytes();
        this.header = file.header();
        this.converter = new PngSamples(file);
        this.data = file.chunks().stream().filter(c -> c.type().equals("IDAT")).iterator();
    }

    /** 1 for a picture without colour, else 3: blue, green, red. */
    public int bands() {
        return converter.bands();
    }

    /**
     * Decodes the picture; callable once.
     *
     * @param samples receives {@code width × height × bands} samples, rows from the top
     * @throws IIOException if the data do not inflate, end early, or have an unknown filter
     */
    public void decode(byte[] samples) throws IIOException {
        try {
            for (int[] pass : header.interlaced() ? PASSES : ONE_PASS) {
                pass(samples, pass[0], pass[1], pass[2], pass[3]);
            }
        } catch (DataFormatException e) {
            throw new IIOException("IDAT does not inflate", e);
        } finally {
            inflater.end();
        }
    }

    private void pass(byte[] samples, int left, int top, int across, int down)
            throws DataFormatException, IIOException {
        int columns = (header.width() - left + across - 1) / across;
        if (columns <= 0) {
            return;
        }
        int bytes = header.rowBytes(columns);
        int pixelBytes = Math.max(1, header.channels() * header.bitDepth() / 8);
        byte[] row = new byte[pixelBytes + bytes];
        byte[] above = new byte[pixelBytes + bytes];
        for (int y = top; y < header.height(); y += down) {
            // the filter byte lies where unfilter puts the last byte of the zero pixel
            inflate(row, pixelBytes - 1, 1 + bytes);
            unfilter(row[pixelBytes - 1], row, above, pixelBytes);
            int at = (y * header.width() + left) * converter.bands();
            converter.convert(row, pixelBytes, columns, samples, at, across * converter.bands());
            byte[] swap = above;
            above = row;
            row = swap;
        }
    }

    private void inflate(byte[] into, int from, int length) throws DataFormatException, IIOException {
        int got = 0;
        while (got < length) {
            int more = inflater.inflate(into, from + got, length - got);
            got += more;
            if (more == 0) {
                if (inflater.finished() || inflater.needsDictionary() || !data.hasNext()) {
                    throw new IIOException("IDAT ends before the picture");
                }
                PngChunk chunk = data.next();
                inflater.setInput(png, chunk.from(), chunk.length());
            }
        }
    }

    /** Reverses the filter of a row (PNG 9.2). Rows begin with a pixel of zeros, the left neighbour of the first pixel. */
    private static void unfilter(int type, byte[] row, byte[] above, int pixelBytes) throws IIOException {
        Arrays.fill(row, 0, pixelBytes, (byte) 0);
        switch (type) {
            case 0 -> {}
            case 1 -> {
                for (int i = pixelBytes; i < row.length; i++) {
                    row[i] += row[i - pixelBytes];
                }
            }
            case 2 -> {
                for (int i = pixelBytes; i < row.length; i++) {
                    row[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = pixelBytes; i < row.length; i++) {
                    row[i] += (byte) ((row[i - pixelBytes] & 0xFF) + (above[i] & 0xFF) >> 1);
                }
            }
            case 4 -> {
                for (int i = pixelBytes; i < row.length; i++) {
                    row[i] += paeth(row[i - pixelBytes] & 0xFF, above[i] & 0xFF, above[i - pixelBytes] & 0xFF);
                }
            }
            default -> throw new IIOException("an unknown filter type");
        }
    }

    private static byte paeth(int left, int up, int corner) {
        if (left == corner) { // the usual case of a plain area, which processors predict
            return (byte) up;
        }
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return (byte) left;
        }
        return (byte) (toUp <= toCorner ? up : corner);
    }
}
