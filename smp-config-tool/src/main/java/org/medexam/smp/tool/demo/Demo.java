package org.medexam.smp.tool.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.JvmOptions;
import org.medexam.smp.tool.ServerProcess;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.client.LocalServerClient;

/** One running demo, from the empty folder to Ctrl-C. */
public final class Demo {

    static final String DISTRICT = "62";

    private static final Duration MAX_START = Duration.ofMinutes(3);

    /** Whoever waits for a demo is helped more by half the start than by the speed of a server that runs for weeks. */
    private static final String FASTER_START = "-XX:TieredStopAtLevel=1";

    /** MP's ticket lives fifteen minutes; what lies in the files is always good for a while. */
    private static final Duration RENEW_TICKETS_EVERY = Duration.ofMinutes(5);

    private final Installation installation;
    private final Path home;
    private final int port;
    private final ToolMessages texts;
    private final PrintWriter out;
    private final Clock clock;

    public Demo(Installation installation, Path home, int port, ToolMessages texts, PrintWriter out, Clock clock) {
        this.installation = installation;
        this.home = home;
        this.port = port;
        this.texts = texts;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Returns when the demo was told to end.
     *
     * @throws Failed when it cannot start, or ends by itself
     */
    public void run() throws IOException, InterruptedException {
        if (!ServerProcess.isFree(port)) {
            throw new Failed(texts.say("port-taken", port));
        }
        DemoHome files = DemoHome.open(home, texts);
        files.prepare(port);
        SmpSettings settings = SmpSettings.read(files.settings());
        enterAccounts(files, settings);

        out.println(texts.say("demo.starting", home));
        ServerProcess server =
                ServerProcess.start(installation, settings, JvmOptions.of(home).and(FASTER_START), files.console());
        Runtime.getRuntime().addShutdownHook(new Thread(files::notReady, "demo-end"));
        if (!server.awaitAnswer(LocalServerClient.READY, MAX_START)) {
            server.end();
            throw new Failed(texts.say("demo.did-not-start", files.logs()));
        }
        String base = settings.http().publicUrl() + LocalServerClient.CONTEXT_ROOT;
        DemoTickets tickets = new DemoTickets(files, clock);
        new DemoCandidates(LocalServerClient.of(settings), tickets).register();
        tickets.write();
        files.ready(base);
        new DemoGuide(files, base, texts).print(out);

        while (!server.await(RENEW_TICKETS_EVERY)) {
            tickets.write();
        }
        if (!server.wasEnded()) {
            throw new Failed(texts.say("demo.ended", files.logs()));
        }
    }

    private void enterAccounts(DemoHome files, SmpSettings settings) throws IOException {
        try {
            new DemoAccounts(files).enter(DatabaseAddress.of(settings.database()), clock.instant());
        } catch (SQLException refused) {
            throw new Failed(texts.say("demo.database", refused.getMessage()));
        }
    }
}
