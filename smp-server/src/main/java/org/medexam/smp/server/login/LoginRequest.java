package org.medexam.smp.server.login;

/** Name and password of an own account. */
record LoginRequest(String username, String password) {

    @Override
    public String toString() {
        return "LoginRequest[***]";
    }
}
