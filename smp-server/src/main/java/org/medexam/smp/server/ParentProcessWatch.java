package org.medexam.smp.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.logging.Logger;
import org.medexam.smp.core.launch.ServerLaunch;

/**
 * Stops the server when its standard input ends, if {@link ServerLaunch#prepare()} started it. The input ends when the
 * parent process stops or is killed, or closes it to request a regular stop; this works on Windows too.
 */
class ParentProcessWatch {

    private static final Logger LOG = Logger.getLogger(ParentProcessWatch.class.getName());

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (Boolean.getBoolean(ServerLaunch.ENDS_WITH_INPUT)) {
            Thread thread = new Thread(ParentProcessWatch::stopAtEndOfInput, "smp-parent-process-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void stopAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // the content does not matter, only the end of the stream
            }
        } catch (IOException broken) {
            LOG.fine(broken::toString);
        }
        LOG.info("stopping, because the parent process stopped or closed the standard input");
        System.exit(0);
    }
}
