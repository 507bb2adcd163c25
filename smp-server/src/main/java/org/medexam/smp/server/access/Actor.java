package org.medexam.smp.server.access;

/**
 * A caller at an address, for the audit trail.
 *
 * @param address IPv4 or IPv6, from {@link ClientAddress}
 */
public record Actor(Caller caller, String address) {}
