package org.medexam.smp.core.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;

/**
 * Something that is not well.
 *
 * @param dossierNo whose picture it is; empty for a file that no row names
 * @param materialCode what it should show; empty for a file that no row names
 * @param location in the store
 * @param sha256 of the file that should lie there; empty for a file that no row names
 * @param other for a swapped one, whose file lies here: a location; else empty
 */
public record PictureFinding(
        Kind kind, String dossierNo, String materialCode, String location, String sha256, String other) {

    /** What is wrong. */
    public enum Kind {
        /** A row without its file. */
        MISSING,
        /** The file has another digest: flipped bits, cut, overwritten. */
        ALTERED,
        /** Another row's picture lies there. */
        SWAPPED,
        /** The disk or the rights say no. */
        UNREADABLE,
        /** A file that no row names. */
        ORPHANED;

        /** {@code MISSING} is {@code missing}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    static PictureFinding orphaned(String location) {
        return new PictureFinding(Kind.ORPHANED, "", "", location, "", "");
    }

    String line() {
        return JSON.createObjectNode()
                .put("kind", kind.word())
                .put("dossierNo", dossierNo)
                .put("materialCode", materialCode)
                .put("location", location)
                .put("sha256", sha256)
                .put("other", other)
                .toString();
    }

    static PictureFinding of(String line) throws IOException {
        JsonNode finding = JSON.readTree(line);
        return new PictureFinding(
                Kind.valueOf(finding.path("kind").asText().toUpperCase(Locale.ROOT)),
                finding.path("dossierNo").asText(),
                finding.path("materialCode").asText(),
                finding.path("location").asText(),
                finding.path("sha256").asText(),
                finding.path("other").asText());
    }
}
