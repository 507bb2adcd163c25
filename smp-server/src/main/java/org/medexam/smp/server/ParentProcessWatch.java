package org.medexam.smp.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.logging.Logger;
import org.medexam.smp.core.launch.ServerLaunch;

/**
 * Ends the server when its standard input ends, where {@link ServerLaunch#prepare()} started it: the program that
 * holds the other end is gone, however it went, or asks for a clean end in the one way that Windows has too.
 */
class ParentProcessWatch {

    private static final Logger LOG = Logger.getLogger(ParentProcessWatch.class.getName());

    void hold(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (Boolean.getBoolean(ServerLaunch.ENDS_WITH_INPUT)) {
            Thread thread = new Thread(ParentProcessWatch::endWithInput, "smp-parent-process-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // nobody says anything here: the end is all there is to hear
            }
        } catch (IOException broken) {
            LOG.fine(broken::toString);
        }
        LOG.info("ending with the program that started this server");
        System.exit(0);
    }
}
