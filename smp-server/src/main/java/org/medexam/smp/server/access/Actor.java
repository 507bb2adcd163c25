package org.medexam.smp.server.access;

/**
 * A caller and the address of the call. Resources inject the actor of the current request; outside a request, and in
 * work that outlives one, it is passed on as a value.
 */
public interface Actor {

    Caller caller();

    /** IPv4 or IPv6, from {@link ClientAddress}; null outside a request. */
    String address();

    static Actor of(Caller caller, String address) {
        return new Value(caller, address);
    }

    /** SMP itself, in the background. */
    static Actor system() {
        return new Value(new Caller.Background(), null);
    }

    /** Another caller at the same address: who logs in is known only afterwards. */
    default Actor as(Caller proved) {
        return new Value(proved, address());
    }

    /** An actor that depends on no request. */
    record Value(Caller caller, String address) implements Actor {}
}
