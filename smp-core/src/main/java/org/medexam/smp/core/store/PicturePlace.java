package org.medexam.smp.core.store;

import java.util.regex.Pattern;

/**
 * Where a person would look for a picture.
 *
 * @param year of the exam, 2000–9999
 * @param siteCode 1–12 of {@code A-Z 0-9}
 * @param dossierNo 1–40 of {@code A-Z a-z 0-9 _ -}, compared exactly: {@code a1} is not {@code A1}
 * @param materialCode 1–40 of {@code A-Z 0-9 _}
 */
public record PicturePlace(int year, String siteCode, String dossierNo, String materialCode) {

    private static final Pattern SITE = Pattern.compile("[A-Z0-9]{1,12}");
    private static final Pattern DOSSIER = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern MATERIAL = Pattern.compile("[A-Z0-9_]{1,40}");

    public PicturePlace {
        if (year < 2000 || year > 9999) {
            throw new IllegalArgumentException("year " + year);
        }
        if (!SITE.matcher(siteCode).matches()
                || !DOSSIER.matcher(dossierNo).matches()
                || !MATERIAL.matcher(materialCode).matches()) {
            throw new IllegalArgumentException("site, dossier or material is not a code");
        }
    }
}
