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

/** Knows the tool on this machine: a loopback connection with no proxy in between, and the key of this start. */
@Singleton
public class ControlAuthenticator {

    private final ClientAddress address;
    private final ControlKey key;

    @Inject
    ControlAuthenticator(ClientAddress address, ControlKey key) {
        this.address = address;
        this.key = key;
    }

    /** Being observed makes the key's file exist from the start, and not from the first request. */
    void exist(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    /** @throws Refusal {@code NOT_FOUND} for everybody else: nobody learns that there is something to be found */
    Caller caller(HttpServletRequest request) {
        if (!address.isLoopback(request) || !key.opens(request.getHeader("Authorization"))) {
            throw Refusal.of(RefusalCode.NOT_FOUND, "control from elsewhere or without its key");
        }
        return new Caller.Control();
    }
}
