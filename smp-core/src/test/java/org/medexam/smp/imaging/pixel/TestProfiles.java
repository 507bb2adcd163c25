package org.medexam.smp.imaging.pixel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Synthetic ICC profiles. */
final class TestProfiles {

    private TestProfiles() {}

    /** Four inks, each of which prints green: a lookup table of two points per ink from CMYK to Lab (ICC.1 10.10). */
    static byte[] greenInks() {
        int table = 48 + 4 * 256 + 16 * 3 + 3 * 256;
        ByteBuffer profile = ByteBuffer.allocate(128 + 4 + 12 + table);
        profile.putInt(profile.capacity()).putInt(0).putInt(0x02400000);
        profile.put(ascii("prtrCMYKLab "))
                .putShort((short) 2026)
                .putShort((short) 1)
                .putShort((short) 1);
        profile.position(36).put(ascii("acsp"));
        profile.position(68).putInt(0xF6D6).putInt(0x10000).putInt(0xD32D);
        profile.position(128).putInt(1).put(ascii("A2B0")).putInt(144).putInt(table);
        profile.put(ascii("mft1")).putInt(0).put(new byte[] {4, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            profile.putInt(i % 4 == 0 ? 0x10000 : 0);
        }
        straight(profile, 4);
        byte[] white = {(byte) 255, (byte) 128, (byte) 128};
        byte[] green = {(byte) 128, 68, (byte) 178};
        for (int inks = 0; inks < 16; inks++) {
            profile.put(inks == 0 ? white : green);
        }
        straight(profile, 3);
        return profile.array();
    }

    private static void straight(ByteBuffer profile, int tables) {
        for (int i = 0; i < tables * 256; i++) {
            profile.put((byte) i);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
