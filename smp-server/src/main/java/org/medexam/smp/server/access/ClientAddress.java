package org.medexam.smp.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.settings.HttpSettings;

/** Determines the client's address. Only the trusted proxy's forwarding header is evaluated. */
@Singleton
public class ClientAddress {

    static final List<String> FORWARDING_HEADERS = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    /** Characters of an IP literal; anything else would be resolved as a host name. */
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private final HttpSettings http;

    @Inject
    ClientAddress(HttpSettings http) {
        this.http = http;
    }

    /** The client's address, for the audit trail and for throttling only. */
    public String of(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !http.trusts(literal(peer))) {
            return peer;
        }
        String[] hops = forwarded.split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].trim();
            if (!LITERAL.matcher(hop).matches()) {
                return peer;
            }
            if (!http.trusts(literal(hop))) {
                return hop;
            }
        }
        return peer;
    }

    /** Whether the client runs on this machine and no proxy is in between. */
    public boolean isLoopback(HttpServletRequest request) {
        return literal(request.getRemoteAddr()).isLoopbackAddress()
                && FORWARDING_HEADERS.stream().allMatch(header -> request.getHeader(header) == null);
    }

    /** Whether the client's address is a public one, neither of this machine nor of a private network. */
    public boolean isPublic(HttpServletRequest request) {
        InetAddress caller = literal(of(request));
        boolean uniqueLocal = caller instanceof Inet6Address && (caller.getAddress()[0] & 0xfe) == 0xfc; // RFC 4193
        return !caller.isLoopbackAddress()
                && !caller.isAnyLocalAddress()
                && !caller.isLinkLocalAddress()
                && !caller.isSiteLocalAddress()
                && !uniqueLocal;
    }

    /** The address at the other end of the connection. */
    static InetAddress peer(HttpServletRequest request) {
        return literal(request.getRemoteAddr());
    }

    /** Parses an IP literal without a DNS query; anything else becomes 0.0.0.0. */
    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(LITERAL.matcher(address).matches() ? address : "0.0.0.0");
        } catch (UnknownHostException e) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, "not an IP address", e);
        }
    }
}
