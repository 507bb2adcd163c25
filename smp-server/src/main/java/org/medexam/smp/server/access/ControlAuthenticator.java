package org.medexam.smp.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import org.medexam.smp.core.launch.ControlKey;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Authenticates the tool on this machine by a loopback connection without a proxy and the control key. */
@Singleton
public class ControlAuthenticator {

    private final ClientAddress address;
    private final ControlKey key;

    @Inject
    ControlAuthenticator(ClientAddress address, ControlKey key) {
        this.address = address;
        this.key = key;
    }

    /** Observing the start creates this bean, and with it the key's file, before the first request. */
    void createAtStart(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    /** @throws Refusal {@code NOT_FOUND} for every other caller, so that the control addresses stay hidden */
    Caller authenticate(HttpServletRequest request) {
        if (!address.isLoopback(request) || !key.opens(request.getHeader("Authorization"))) {
            throw Refusal.of(RefusalCode.NOT_FOUND, "no loopback connection or no valid control key");
        }
        return new Caller.Control();
    }
}
