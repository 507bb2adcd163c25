package org.medexam.smp.server.access;

import jakarta.enterprise.context.RequestScoped;

/** The actor of the current request: anonymous until {@link AccessFilter} has authenticated the caller. */
@RequestScoped
class RequestActor implements Actor {

    private Actor authenticated = Actor.of(new Caller.Anonymous(), null);

    void authenticated(Caller caller, String address) {
        authenticated = Actor.of(caller, address);
    }

    @Override
    public Caller caller() {
        return authenticated.caller();
    }

    @Override
    public String address() {
        return authenticated.address();
    }
}
