package org.medexam.smp.core.settings;

import java.time.ZoneId;

/**
 * Which exam district this is.
 *
 * @param code 1–12 of {@code A-Z 0-9}; tickets are made out to {@code smp:<code>}
 * @param name as people read it, e.g. in the watermark's neighbourhood and on receipts
 * @param zone in which the district's people read times; kept times are UTC
 * @param catalogue id of the catalogue with which new dossiers begin; that it exists is checked by the catalogue
 */
public record DistrictSettings(String code, String name, ZoneId zone, String catalogue) {}
