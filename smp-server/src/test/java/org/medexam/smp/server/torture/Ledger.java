package org.medexam.smp.server.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one client was told of its pictures. Only answers count; what was asked and not answered may be either way. */
final class Ledger {

    enum Fate {
        /** Answered 201 or 200: must be there. */
        KEPT,
        /** A removal was asked for and not answered: may be there. */
        UNSURE,
        /** The removal was answered 204: must be gone. */
        REMOVED
    }

    /** @param sent seed of the drawn picture */
    record Entry(String id, String dossier, String material, long sent, Fate fate) {
        Entry now(Fate other) {
            return new Entry(id, dossier, material, sent, other);
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
    private int repeats;

    void kept(String id, String dossier, String material, long sent) {
        entries.put(id, new Entry(id, dossier, material, sent, Fate.KEPT));
    }

    void fate(String id, Fate fate) {
        entries.computeIfPresent(id, (same, entry) -> entry.now(fate));
    }

    void repeated() {
        repeats++;
    }

    void violation(String what) {
        violations.add(what);
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    List<Entry> kept() {
        return entries.values().stream()
                .filter(entry -> entry.fate() == Fate.KEPT)
                .toList();
    }

    int repeats() {
        return repeats;
    }

    List<String> violations() {
        return violations;
    }
}
