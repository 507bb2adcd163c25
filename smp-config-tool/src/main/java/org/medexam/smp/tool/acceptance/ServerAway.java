package org.medexam.smp.tool.acceptance;

/** The server does not answer on its port of this machine. */
final class ServerAway extends RuntimeException {

    ServerAway(Throwable cause) {
        super(cause);
    }
}
