package org.medexam.smp.core.fact;

import java.util.Map;
import java.util.TreeMap;

/** Made-up applicants for tests: one of whom every fact is stated and nothing is unusual, and variations. */
public final class Applicant {

    private final Map<String, Object> stated = new TreeMap<>();

    private Applicant() {}

    /** A local holder of a bachelor's degree who works at a hospital and applies for the full licence. */
    public static Applicant plain() {
        Applicant applicant = new Applicant();
        for (FactName fact : FactName.values()) {
            if (fact.type() == FactName.Type.FLAG) {
                applicant.stated.put(fact.wireName(), fact == FactName.IN_PROVINCE);
            }
        }
        return applicant.with("kind=LOCAL level=LIC edu=BAC tcm=NONE pg=DONE empl=MED units=1 entryYear=2000"
                + " gradYear=2005 bacEntry=2000-09-01 pgEntry=2006-09-01 asstRegOn=2010-01-01 tcmCertOn=2010-01-01"
                + " major=临床医学 trialPost=内科");
    }

    /** One of whom nothing is stated. */
    public static Applicant unknown() {
        return new Applicant();
    }

    /** @param facts e.g. {@code edu=PG hasAsst=true}; {@code edu=?} takes a fact back */
    public Applicant with(String facts) {
        Applicant other = new Applicant();
        other.stated.putAll(stated);
        for (String fact : facts.isBlank() ? new String[0] : facts.strip().split(" +")) {
            String[] parts = fact.split("=");
            if (parts[1].equals("?")) {
                other.stated.remove(parts[0]);
            } else {
                other.stated.put(parts[0], value(parts[1]));
            }
        }
        return other;
    }

    public Facts facts() {
        return Facts.of(stated);
    }

    static Object value(String text) {
        if (text.matches("[0-9]+")) {
            return Integer.valueOf(text);
        }
        return text.matches("true|false") ? Boolean.valueOf(text) : text;
    }
}
