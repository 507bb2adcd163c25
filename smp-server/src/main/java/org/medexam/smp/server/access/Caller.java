package org.medexam.smp.server.access;

import java.util.Map;
import java.util.Optional;
import org.medexam.smp.core.ticket.ReviewerRole;

/** The authenticated caller of a request. */
public sealed interface Caller {

    /** A caller without a ticket or session. */
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
     * A candidate with exactly one dossier.
     *
     * @param dossier the ticket's {@code dossier} claim, from which the first visit creates the dossier
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
     * A reviewer.
     *
     * @param site code of the only site whose dossiers a site reviewer sees; empty for a district reviewer
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

    /** Manages accounts and sees no dossier. */
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

    /** The configuration tool on the same machine, authenticated by {@link org.medexam.smp.core.launch.ControlKey}. */
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

    /** Whether personal data is shown unmasked. */
    default boolean seesPersonalData() {
        return kind() == CallerKind.SP || kind() == CallerKind.MP;
    }

    /** Whether reviews are shown before the result is published. */
    default boolean seesReviews() {
        return kind() == CallerKind.REVIEWER || kind() == CallerKind.MP;
    }
}
