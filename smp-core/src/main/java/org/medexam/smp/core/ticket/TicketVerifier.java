package org.medexam.smp.core.ticket;

import java.time.Instant;

public final class TicketVerifier {
    public TicketVerifier(String districtCode, TrustedKeys keys) {}

    /**
     * @throws org.medexam.smp.core.refusal.Refusal {@code ticket-refused} or {@code ticket-expired}
     */
    public Ticket verify(String compactJws, Instant now) {
        throw new UnsupportedOperationException();
    }
}
