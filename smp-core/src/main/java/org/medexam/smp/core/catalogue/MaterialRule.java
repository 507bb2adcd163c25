package org.medexam.smp.core.catalogue;

/**
 * One kind of paper that may or must be handed in.
 *
 * @param code unified code, e.g. {@code ID_DOC}; 1–20 of {@code A-Z _}
 * @param name as candidates read it
 * @param required whether a submission needs it
 * @param minCount pictures that a submission needs; 0 for an optional material
 * @param maxCount pictures that the slot takes
 * @param source the notice's sentence behind the rule, or empty where it is the house's own
 * @param note what a candidate should heed; may be empty
 */
public record MaterialRule(
        String code, String name, boolean required, int minCount, int maxCount, String source, String note) {

    public MaterialRule {
        if (minCount < 0 || maxCount < Math.max(1, minCount) || required != minCount > 0) {
            throw new IllegalArgumentException(code + ": counts do not fit");
        }
    }
}
