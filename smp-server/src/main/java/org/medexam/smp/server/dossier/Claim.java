package org.medexam.smp.server.dossier;

import java.time.LocalDateTime;

/**
 * A case that a reviewer has taken, so that no colleague does it a second time.
 *
 * @param account of the reviewer
 * @param name as colleagues read it; null where nobody said it
 * @param until UTC
 */
public record Claim(String account, String name, LocalDateTime until) {

    /** By which name colleagues are told. */
    public String displayName() {
        return name == null ? account : name;
    }
}
