package org.medexam.smp.tool.client;

import java.net.ConnectException;

/** The server did not answer in time, or answered no HTTP. */
public final class ServerUnreachable extends RuntimeException {

    ServerUnreachable(Throwable cause) {
        super(cause);
    }

    /** Whether nobody listens on the port. */
    public boolean isRefused() {
        return getCause() instanceof ConnectException;
    }
}
