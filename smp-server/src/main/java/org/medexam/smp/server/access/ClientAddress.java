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

/** From where somebody calls. A forwarding header is believed of the proxy that the settings name, and of nobody else. */
@Singleton
public class ClientAddress {

    static final List<String> FORWARDING = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    /** What cannot be an address is not looked up as a name. */
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private final HttpSettings http;

    @Inject
    ClientAddress(HttpSettings http) {
        this.http = http;
    }

    /** The address for the audit trail, for throttling and for nothing else. */
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

    /** Whether the caller sits at this machine itself, with no proxy in between. */
    public boolean isLoopback(HttpServletRequest request) {
        return literal(request.getRemoteAddr()).isLoopbackAddress()
                && FORWARDING.stream().allMatch(header -> request.getHeader(header) == null);
    }

    /** Whether the caller's address is one of the internet, as far as SMP is told it: not of this network or machine. */
    public boolean isPublic(HttpServletRequest request) {
        InetAddress caller = literal(of(request));
        boolean uniqueLocal = caller instanceof Inet6Address && (caller.getAddress()[0] & 0xfe) == 0xfc; // RFC 4193
        return !caller.isLoopbackAddress()
                && !caller.isAnyLocalAddress()
                && !caller.isLinkLocalAddress()
                && !caller.isSiteLocalAddress()
                && !uniqueLocal;
    }

    /** Who sits at the other end of the connection. */
    static InetAddress peer(HttpServletRequest request) {
        return literal(request.getRemoteAddr());
    }

    /** Takes addresses only, so nothing is ever looked up. */
    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(LITERAL.matcher(address).matches() ? address : "0.0.0.0");
        } catch (UnknownHostException e) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, "an address that is none", e);
        }
    }
}
