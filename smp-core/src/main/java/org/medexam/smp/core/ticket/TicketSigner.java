package org.medexam.smp.core.ticket;

public final class TicketSigner {
    /** @param privateJwk JSON with {@code kid} */
    public TicketSigner(String districtCode, String privateJwk) {}

    public String sign(Ticket ticket) {
        throw new UnsupportedOperationException();
    }
}
