package org.medexam.smp.imaging.stamp;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.medexam.smp.imaging.inspect.TestJpeg;

/** Damages pictures at random and with knowledge of the format. */
final class Mutant {

    private final Random random;
    private final List<byte[]> sound;

    Mutant(List<byte[]> sound, long seed) {
        this.sound = sound;
        this.random = new Random(seed);
    }

    byte[] next() {
        byte[] mutant = pick().clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && mutant.length > 4; i++) {
            mutant = mutate(mutant);
        }
        return mutant;
    }

    private byte[] pick() {
        return sound.get(random.nextInt(sound.size()));
    }

    private byte[] mutate(byte[] picture) {
        int place = place(picture);
        int length = Math.min(1 + random.nextInt(1 << random.nextInt(10)), picture.length - place);
        switch (random.nextInt(9)) {
            case 0, 1 -> picture[place] ^= (byte) (1 << random.nextInt(8));
            case 2, 3 -> picture[place] = (byte) random.nextInt(256);
            case 4 -> picture[place] = (byte) (random.nextBoolean() ? 0xFF : 0);
            case 5 -> {
                return TestJpeg.concat(
                        Arrays.copyOf(picture, place), Arrays.copyOfRange(picture, place + length, picture.length));
            }
            case 6 -> {
                return TestJpeg.concat(
                        Arrays.copyOf(picture, place + length), Arrays.copyOfRange(picture, place, picture.length));
            }
            case 7 -> {
                byte[] other = pick();
                int there = random.nextInt(other.length);
                return TestJpeg.concat(Arrays.copyOf(picture, place), Arrays.copyOfRange(other, there, other.length));
            }
            default -> {
                byte[] eoi = {(byte) 0xFF, (byte) 0xD9};
                return TestJpeg.concat(Arrays.copyOf(picture, place), eoi);
            }
        }
        return picture;
    }

    /** Half of the positions lie in the first bytes, where the headers are. */
    private int place(byte[] picture) {
        return random.nextInt(random.nextBoolean() ? picture.length : Math.min(picture.length, 700));
    }
}
