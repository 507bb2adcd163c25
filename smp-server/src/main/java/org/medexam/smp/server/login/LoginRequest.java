package org.medexam.smp.server.login;

/** Name and password of one of SMP's own accounts. */
record LoginRequest(String username, String password) {

    @Override
    public String toString() {
        return "LoginRequest[***]";
    }
}
