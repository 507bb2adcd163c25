package org.medexam.smp.server.access;

import java.util.Map;
import java.util.Optional;
import org.medexam.smp.core.ticket.ReviewerRole;

/** Who calls, once that is proved. */
public sealed interface Caller {

    /** Nobody in particular. */
    record Anonymous() implements Caller {
        @Override
        public CallerKind kind() {
            return CallerKind.ANYONE;
        }

        @Override
        public String subject() {
            return "-";
        }
    }

    /**
     * A candidate, who has one dossier.
     *
     * @param dossier from the ticket: what the first visit creates the dossier from
     */
    record Candidate(String dossierNo, Optional<Map<String, Object>> dossier) implements Caller {
        @Override
        public CallerKind kind() {
            return CallerKind.CANDIDATE;
        }

        @Override
        public String subject() {
            return dossierNo;
        }
    }

    /**
     * Somebody who reviews.
     *
     * @param site the one site whose dossiers a site's reviewer sees; empty for a district's
     */
    record Reviewer(String account, String displayName, ReviewerRole role, Optional<String> site) implements Caller {
        @Override
        public CallerKind kind() {
            return CallerKind.REVIEWER;
        }

        @Override
        public String subject() {
            return account;
        }
    }

    /** Somebody who manages accounts and sees no dossier. */
    record AccountKeeper(String account, String displayName) implements Caller {
        @Override
        public CallerKind kind() {
            return CallerKind.ACCOUNT_KEEPER;
        }

        @Override
        public String subject() {
            return account;
        }
    }

    /** SP or MP itself. */
    record CentralSystem(CallerKind kind, String subject) implements Caller {}

    /** The tool on this machine, by the key that it read from the server's own folder. */
    record Control() implements Caller {
        @Override
        public CallerKind kind() {
            return CallerKind.CONTROL;
        }

        @Override
        public String subject() {
            return "control";
        }
    }

    /** SMP itself, in the background. */
    record Background() implements Caller {
        @Override
        public CallerKind kind() {
            return CallerKind.SYSTEM;
        }

        @Override
        public String subject() {
            return "smp";
        }
    }

    CallerKind kind();

    /** The name in audit trail and session: the ticket's {@code sub} or the account. */
    String subject();

    /** Whether masked data is shown whole. */
    default boolean seesPersonalData() {
        return kind() == CallerKind.SP || kind() == CallerKind.MP;
    }

    /** Whether the way of a dossier through the reviews is shown before its result is published. */
    default boolean seesReviews() {
        return kind() == CallerKind.REVIEWER || kind() == CallerKind.MP;
    }
}
