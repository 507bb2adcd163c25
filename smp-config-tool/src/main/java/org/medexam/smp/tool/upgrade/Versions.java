package org.medexam.smp.tool.upgrade;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Versions as numbers with points between them; what follows a hyphen is not compared. */
final class Versions {

    private Versions() {}

    static int compare(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        String[] words = version.replaceFirst("-.*", "").split("\\.");
        return IntStream.range(0, 4)
                .map(place ->
                        place < words.length && words[place].matches("[0-9]{1,9}") ? Integer.parseInt(words[place]) : 0)
                .toArray();
    }
}
