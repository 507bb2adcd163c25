package org.medexam.smp.server.access;

import jakarta.servlet.ServletRequest;
import java.lang.reflect.InvocationTargetException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connection on which a request came, to be broken off when an answer of unknown length cannot go on: the container
 * would end it properly, and what was cut would look whole. The Servlet API has no word for that, so that the
 * container's own classes are asked by name: facade, request, packet, connection.
 */
public final class ConnectionAbort {

    private static final Logger LOG = Logger.getLogger(ConnectionAbort.class.getName());
    private static final String ATTRIBUTE = ConnectionAbort.class.getName();

    private final ServletRequest facade;

    private ConnectionAbort(ServletRequest facade) {
        this.facade = facade;
    }

    /** Remembers the request as the container gave it, before anybody wraps it. */
    static void note(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, new ConnectionAbort(request));
    }

    public static ConnectionAbort of(ServletRequest request) {
        return (ConnectionAbort) request.getAttribute(ATTRIBUTE);
    }

    /** From now on nothing reaches the caller any more. */
    public void abort() {
        try {
            Object connection = ask(
                    ask(ask(ask(facade, "getUnwrappedCoyoteRequest"), "getCoyoteRequest"), "getRequest"),
                    "getConnection");
            ask(connection, "terminateSilently");
        } catch (ReflectiveOperationException otherContainer) {
            LOG.log(Level.SEVERE, "a connection could not be broken off", otherContainer);
        }
    }

    private static Object ask(Object whom, String method) throws ReflectiveOperationException {
        try {
            return whom.getClass().getMethod(method).invoke(whom);
        } catch (InvocationTargetException thrown) {
            throw new ReflectiveOperationException(method, thrown.getCause());
        }
    }
}
