package org.medexam.smp.server.access;

import jakarta.servlet.ServletRequest;
import java.lang.reflect.InvocationTargetException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Aborts the connection of a request whose response of unknown length cannot be completed. The container would end the
 * response regularly, and the client would take the truncated content for complete. The Servlet API has no such
 * method, so the container's classes are called by reflection: facade, request, packet, connection.
 */
public final class ConnectionAbort {

    private static final Logger LOG = Logger.getLogger(ConnectionAbort.class.getName());
    private static final String ATTRIBUTE = ConnectionAbort.class.getName();

    private final ServletRequest facade;

    private ConnectionAbort(ServletRequest facade) {
        this.facade = facade;
    }

    /** Stores the container's own request object, before a filter wraps it. */
    static void attach(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, new ConnectionAbort(request));
    }

    public static ConnectionAbort of(ServletRequest request) {
        return (ConnectionAbort) request.getAttribute(ATTRIBUTE);
    }

    /** Closes the connection without completing the response. */
    public void abort() {
        try {
            Object connection = invoke(
                    invoke(invoke(invoke(facade, "getUnwrappedCoyoteRequest"), "getCoyoteRequest"), "getRequest"),
                    "getConnection");
            invoke(connection, "terminateSilently");
        } catch (ReflectiveOperationException otherContainer) {
            LOG.log(Level.SEVERE, "cannot abort the connection", otherContainer);
        }
    }

    private static Object invoke(Object target, String method) throws ReflectiveOperationException {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (InvocationTargetException thrown) {
            throw new ReflectiveOperationException(method, thrown.getCause());
        }
    }
}
