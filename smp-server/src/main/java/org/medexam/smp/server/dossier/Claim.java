package org.medexam.smp.server.dossier;

import java.time.Instant;

/**
 * A case that a reviewer has taken, so that no colleague does it a second time.
 *
 * @param account of the reviewer
 * @param name as colleagues read it; null where nobody said it
 */
public record Claim(String account, String name, Instant until) {

    /** By which name colleagues are told. */
    public String displayName() {
        return name == null ? account : name;
    }
}
