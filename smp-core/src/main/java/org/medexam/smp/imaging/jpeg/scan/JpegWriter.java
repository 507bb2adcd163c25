package org.medexam.smp.imaging.jpeg.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.medexam.smp.imaging.jpeg.ApplicationData;
import org.medexam.smp.imaging.jpeg.ByteWords;
import org.medexam.smp.imaging.jpeg.Component;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.Marker;

/**
 * Writes a JPEG file (T.81, annex B): the tables and headers that the samples need, scans, EOI. No received segment is
 * copied, so that no thumbnail, location or name can remain.
 */
public final class JpegWriter {

    /** The most parameters of a segment in bytes. */
    private static final int MAX_PARAMETERS = 65_533;

    private static final int SLACK = 16;

    private byte[] bytes;
    private int size;
    private int restartInterval;

    /** @param expected probable length of the file in bytes */
    public JpegWriter(int expected) {
        bytes = new byte[expected + SLACK];
        marker(Marker.SOI);
    }

    /**
     * Writes all segments before the first scan: JFIF, Adobe and ICC segments of a received file, quantization tables, and
     * the frame header.
     *
     * @param frame the frame of the output
     * @param transform changes a received quantization table into that of the output
     */
    public void head(DecodableJpeg received, Frame frame, UnaryOperator<QuantizationTable> transform) {
        ApplicationData application = received.application();
        application.density().ifPresent(this::jfif);
        application.adobeTransform().ifPresent(this::adobe);
        received.profile().ifPresent(this::profile);
        boolean[] written = new boolean[4];
        for (Component component : frame.components()) {
            if (!written[component.quantization()]) {
                written[component.quantization()] = true;
                quantization(component.quantization(), transform.apply(received.quantization(component)));
            }
        }
        frame(frame);
    }

    private void jfif(ApplicationData.Density density) {
        segment(Marker.APP0, 14);
        text("JFIF\0");
        put8(1);
        put8(1);
        put8(density.units());
        put16(density.across());
        put16(density.down());
        put16(0); // no thumbnail: it would show the picture without its watermark
    }

    private void adobe(int transform) {
        segment(Marker.APP14, 12);
        text("Adobe");
        put16(100);
        put16(0);
        put16(0);
        put8(transform);
    }

    private void profile(IccProfile profile) {
        String signature = "ICC_PROFILE\0";
        int chunk = MAX_PARAMETERS - signature.length() - 2;
        int chunks = (profile.bytes().length + chunk - 1) / chunk;
        for (int i = 0; i < chunks; i++) {
            int from = i * chunk;
            int to = Math.min(from + chunk, profile.bytes().length);
            segment(Marker.APP2, signature.length() + 2 + to - from);
            text(signature);
            put8(i + 1);
            put8(chunks);
            put(profile.bytes(), from, to);
        }
    }

    private void quantization(int destination, QuantizationTable table) {
        boolean wide = table.isWide();
        segment(Marker.DQT, 1 + table.steps().length * (wide ? 2 : 1));
        put8((wide ? 0x10 : 0) | destination);
        for (int step : table.steps()) {
            if (wide) {
                put16(step);
            } else {
                put8(step);
            }
        }
    }

    private void frame(Frame frame) {
        int marker = switch (frame.coding()) {
            case BASELINE -> Marker.SOF0_BASELINE;
            case EXTENDED -> Marker.SOF1_EXTENDED;
            case PROGRESSIVE -> Marker.SOF2_PROGRESSIVE;
        };
        segment(marker, 6 + 3 * frame.components().size());
        put8(8);
        put16(frame.height());
        put16(frame.width());
        put8(frame.components().size());
        for (Component component : frame.components()) {
            put8(component.id());
            put8(component.horizontal() << 4 | component.vertical());
            put8(component.quantization());
        }
    }

    /**
     * Writes a sequential scan with its tables.
     *
     * @param parts its components with their tables
     * @param interval MCUs between restart markers; 0 without
     * @param bits entropy-coded data without stuffing
     * @param intervalEnds for each restart interval the end of its bytes
     */
    public void scan(List<DecodableScan.Part> parts, int interval, byte[] bits, int[] intervalEnds) {
        if (interval != restartInterval) {
            restartInterval = interval;
            segment(Marker.DRI, 2);
            put16(interval);
        }
        List<Integer> written = new ArrayList<>();
        for (DecodableScan.Part part : parts) {
            huffman(part.dcTable(), part.dc(), written);
            huffman(0x10 | part.acTable(), part.ac(), written);
        }
        segment(Marker.SOS, 4 + 2 * parts.size());
        put8(parts.size());
        for (DecodableScan.Part part : parts) {
            put8(part.component().id());
            put8(part.dcTable() << 4 | part.acTable());
        }
        put8(0);
        put8(63);
        put8(0);
        int from = 0;
        for (int i = 0; i < intervalEnds.length; i++) {
            if (i > 0) {
                marker(Marker.RST0 + (i - 1 & 7));
            }
            stuffed(bits, from, intervalEnds[i]);
            from = intervalEnds[i];
        }
    }

    private void huffman(int head, HuffmanTable table, List<Integer> written) {
        if (written.contains(head)) {
            return;
        }
        written.add(head);
        byte[] values = table.values();
        segment(Marker.DHT, 1 + HuffmanTable.MAX_LENGTH + values.length);
        put8(head);
        for (int length = 1; length <= HuffmanTable.MAX_LENGTH; length++) {
            put8(table.count(length));
        }
        put(values, 0, values.length);
    }

    /** Writes bytes with a zero after each 0xFF (F.1.2.3). */
    private void stuffed(byte[] source, int start, int end) {
        int from = start;
        ensureCapacity(end - start);
        while (from < end) {
            if (from + Long.BYTES <= end) {
                long word = ByteWords.get(source, from);
                int clean = ByteWords.bytesBeforeFF(word);
                ByteWords.set(bytes, size, word);
                from += clean;
                size += clean;
                if (clean == Long.BYTES) {
                    continue;
                }
            }
            byte next = source[from++];
            bytes[size++] = next;
            if (next == (byte) Marker.PREFIX) {
                bytes[size++] = 0;
                ensureCapacity(end - from);
            }
        }
    }

    /**
     * Writes EOI.
     *
     * @return the whole file
     */
    public byte[] end() {
        marker(Marker.EOI);
        return Arrays.copyOf(bytes, size);
    }

    private void segment(int marker, int parameters) {
        marker(marker);
        put16(parameters + 2);
    }

    private void marker(int marker) {
        put8(Marker.PREFIX);
        put8(marker);
    }

    private void put8(int value) {
        ensureCapacity(1);
        bytes[size++] = (byte) value;
    }

    private void put16(int value) {
        put8(value >> 8);
        put8(value);
    }

    private void text(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        put(ascii, 0, ascii.length);
    }

    private void put(byte[] source, int from, int to) {
        ensureCapacity(to - from);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
    }

    private void ensureCapacity(int count) {
        if (size + count + SLACK > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count + SLACK, bytes.length + bytes.length / 4));
        }
    }
}
