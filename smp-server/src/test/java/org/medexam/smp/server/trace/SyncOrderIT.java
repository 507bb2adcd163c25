package org.medexam.smp.server.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.medexam.smp.server.it.Api;
import org.medexam.smp.server.it.DrawnPicture;
import org.medexam.smp.server.it.SmpServer;
import org.medexam.smp.server.it.SmpServerExtension;

/** 201 only when everything is on the disk, seen in the server's own system calls. {@code -Dsmp.trace.uploads=500} for more. */
class SyncOrderIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.ownWithEmbeddedDatabase();

    private static final int DEFAULT_UPLOADS = 20;
    private static final int CLIENTS = 4;
    private static final int PER_DOSSIER = 20;

    @Test
    void anAnswerComesAfterTheDiskHasEverything() throws Exception {
        assumeTrue(Strace.isInstalled(), "strace is not installed: ./run test installs it");
        int uploads = Integer.getInteger("smp.trace.uploads", DEFAULT_UPLOADS);
        SmpServer server = SMP.server();
        Api api = SMP.api();
        register(api, uploads);
        List<String> ids;
        List<SystemCall> calls;
        try (Strace strace = Strace.attach(server.pid(), server.home())) {
            assumeTrue(strace.watches(), "strace may not watch a process here: " + strace.words());
            ids = upload(api, uploads);
            calls = strace.calls();
        }

        SyncOrder order = new SyncOrder(calls);
        List<String> violations = new ArrayList<>();
        ids.forEach(id -> order.violation(id).ifPresent(what -> violations.add(id + ": " + what)));

        assertThat(ids).hasSize(uploads);
        assertThat(violations).isEmpty();
        // an unstamped picture would need a file: there is none but these
        assertThat(order.written())
                .allMatch(path -> path.startsWith(server.home() + "/pictures/") && path.endsWith(".tmp")
                        || path.startsWith(server.home() + "/data/")
                        || path.startsWith(server.home() + "/logs/"));
        System.out.println("sync order: " + ids.size() + " uploads, " + calls.size() + " system calls, "
                + violations.size() + " violations");
    }

    private static void register(Api api, int uploads) {
        for (int number = 0; number * PER_DOSSIER < uploads; number++) {
            assertThat(api.register("trace-" + number, "6215").status()).isEqualTo(201);
        }
    }

    private static List<String> upload(Api api, int uploads) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<String>> all = new ArrayList<>();
            for (int n = 0; n < uploads; n++) {
                int number = n;
                all.add(() -> {
                    String no = "trace-" + number / PER_DOSSIER;
                    Api.Answer answer = api.upload(no, "OTHER", api.spToken(), DrawnPicture.jpeg(number));
                    assertThat(answer.status()).isEqualTo(201);
                    return answer.json().get("id").asText();
                });
            }
            List<String> ids = new ArrayList<>();
            for (Future<String> id : clients.invokeAll(all)) {
                ids.add(id.get());
            }
            return ids;
        } finally {
            clients.shutdownNow();
        }
    }
}
