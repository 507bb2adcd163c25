package org.medexam.smp.core.store;

import java.util.regex.Pattern;

/**
 * Where what lies below a store's root: {@code year/site/dossier/material/file}, so that a person finds the papers
 * of a candidate with nothing but a file browser.
 *
 * <p>Windows takes {@code a1} and {@code A1} for the same folder, dossier numbers do not. So a number with capital
 * letters is followed by {@code ~u} and, in hex, which of its characters are capital (bit 0 is the first one):
 * {@code a1} lies in {@code a1}, {@code A1} in {@code A1~u1}, {@code bA} in {@code bA~u2}. The {@code u} keeps such
 * names apart from the short names that Windows makes up ({@code ABCDEF~1}). Names that Windows keeps for devices
 * ({@code con}, {@code COM1}, …) get a {@code ~}. Neither sign is part of any code or number, so nothing collides.
 */
final class Layout {

    static final String MARKER = "SMP-STORE.txt";
    static final String ORPHANS = "orphans";
    static final String DAMAGED = "damaged";

    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("[2-9][0-9]{3}");

    /** At least eight, so that no file is named like a device. */
    private static final String FILE = "[a-z0-9][a-z0-9-]{7,63}\\.(?:jpg|png)";

    private static final Pattern FILE_NAME = Pattern.compile(FILE);
    private static final Pattern LOCATION = Pattern.compile(
            YEAR + "/[A-Z0-9]{1,12}~?/[A-Za-z0-9_-]{1,40}(?:~|~u[0-9a-f]{1,10})?/[A-Z0-9_]{1,40}~?/" + FILE);
    private static final Pattern TEMPORARY = Pattern.compile("\\.[A-Za-z0-9.-]+\\.tmp");

    private Layout() {}

    static String location(PicturePlace place, String fileName) {
        if (!FILE_NAME.matcher(fileName).matches()) {
            throw new IllegalArgumentException("not a file name of the store: " + fileName);
        }
        return place.year() + "/" + folder(place.siteCode()) + "/" + dossierFolder(place.dossierNo()) + "/"
                + folder(place.materialCode()) + "/" + fileName;
    }

    /** Whether this can have come from {@link #location}: no {@code ..}, nothing absolute, no other separator. */
    static boolean isLocation(String text) {
        return LOCATION.matcher(text).matches();
    }

    /**
     * The place from which {@link #location} made this.
     *
     * @throws IllegalArgumentException when it cannot have made it
     */
    static PicturePlace place(String location) {
        if (!isLocation(location)) {
            throw new IllegalArgumentException("not a location in a store");
        }
        String[] folders = location.split("/");
        return new PicturePlace(Integer.parseInt(folders[0]), code(folders[1]), code(folders[2]), code(folders[3]));
    }

    static String fileName(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String code(String folder) {
        int added = folder.indexOf('~');
        return added < 0 ? folder : folder.substring(0, added);
    }

    static boolean isYear(String folderName) {
        return YEAR.matcher(folderName).matches();
    }

    /** Hidden, and of no form that a picture has. */
    static String temporary(String fileName) {
        return "." + fileName + ".tmp";
    }

    static boolean isTemporary(String fileName) {
        return TEMPORARY.matcher(fileName).matches();
    }

    private static String folder(String code) {
        return DEVICE.matcher(code).matches() ? code + "~" : code;
    }

    private static String dossierFolder(String no) {
        long capitals = 0;
        for (int i = 0; i < no.length(); i++) {
            if (Character.isUpperCase(no.charAt(i))) {
                capitals |= 1L << i;
            }
        }
        return capitals == 0 ? folder(no) : no + "~u" + Long.toHexString(capitals);
    }
}
