package org.medexam.smp.server.view;

/**
 * A search by name, ID number or dossier number, in a body so that no personal data stands in an address.
 *
 * @param text the whole name or number
 */
record SearchRequest(
        String text, String state, String site, String category, String changedSince, String after, Integer limit) {

    @Override
    public String toString() {
        return "SearchRequest[***]";
    }
}
