package org.medexam.smp.imaging.jpeg;

/** The second byte of each marker, after 0xFF (T.81, table B.1). */
public final class Marker {

    public static final int PREFIX = 0xFF;

    public static final int SOF0_BASELINE = 0xC0;
    public static final int SOF1_EXTENDED = 0xC1;
    public static final int SOF2_PROGRESSIVE = 0xC2;
    public static final int SOF15 = 0xCF;
    public static final int DHT = 0xC4;
    public static final int JPG = 0xC8;
    public static final int DAC = 0xCC;
    public static final int RST0 = 0xD0;
    public static final int RST7 = 0xD7;
    public static final int SOI = 0xD8;
    public static final int EOI = 0xD9;
    public static final int SOS = 0xDA;
    public static final int DQT = 0xDB;
    public static final int DNL = 0xDC;
    public static final int DRI = 0xDD;
    public static final int APP0 = 0xE0;
    public static final int APP1 = 0xE1;
    public static final int APP2 = 0xE2;
    public static final int APP14 = 0xEE;
    public static final int APP15 = 0xEF;
    public static final int JPG0 = 0xF0;
    public static final int COM = 0xFE;

    private Marker() {}

    public static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    /** Whether the marker begins a frame header of any coding process. */
    public static boolean isFrame(int marker) {
        return marker >= SOF0_BASELINE && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }

    public static boolean isApplication(int marker) {
        return marker >= APP0 && marker <= APP15;
    }

    /** The marker as it stands in the file, e.g. {@code FFC0}. */
    public static String name(int marker) {
        return "FF%02X".formatted(marker);
    }
}
