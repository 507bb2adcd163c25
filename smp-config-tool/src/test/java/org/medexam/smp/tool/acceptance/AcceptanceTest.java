package org.medexam.smp.tool.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.ticket.JwkPair;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Kind;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Result;

/** Without a server; with one: install's AcceptIT. */
class AcceptanceTest {

    @TempDir
    private Path home;

    private SmpSettings settings() throws Exception {
        Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("pictures"));
        Files.writeString(
                home.resolve("conf/sp.jwks.json"), JwkPair.es256("sp-test").publicSet());
        Files.writeString(home.resolve("conf/mp.jwks.json"), "{\"keys\":[]}");
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Files.writeString(home.resolve("conf/smp.properties"), """
                smp.district.code=62
                smp.district.name=试验考区
                smp.catalogue=baiyin-2021
                smp.http.port=%d
                smp.public-url=http://localhost:%d
                smp.storage.path=pictures
                smp.sp.jwks=conf/sp.jwks.json
                smp.mp.jwks=conf/mp.jwks.json
                """.formatted(port, port));
        return SmpSettings.read(home.resolve("conf/smp.properties"));
    }

    @Test
    void withoutAServerThatIsTheOneFaultAndTheRestIsStillTried() throws Exception {
        List<Kind> heard = new ArrayList<>();
        AcceptanceReport report = new Acceptance(settings(), ToolMessages.of(Locale.ENGLISH), InstantSource.system())
                .run(Duration.ofMinutes(1), new AcceptanceListener() {
                    @Override
                    public void begun(Kind kind) {
                        heard.add(kind);
                    }
                });

        Map<Kind, Result> results =
                report.steps().stream().collect(Collectors.toMap(AcceptanceStep::kind, AcceptanceStep::result));
        assertThat(heard).containsExactly(Kind.values());
        assertThat(results)
                .containsEntry(Kind.LOGIN, Result.FAULT)
                .containsEntry(Kind.KEYS, Result.FAULT) // there is no key of MP
                .containsEntry(Kind.BACKUP, Result.ADVICE)
                .containsEntry(Kind.ADDRESS, Result.ADVICE);
        assertThat(results.get(Kind.DISK)).isIn(Result.GOOD, Result.ADVICE);
        assertThat(report.steps().get(0).words()).contains("smp start");
        assertThat(report.verdict()).isEqualTo(Result.FAULT);
        for (Kind kind : List.of(Kind.DATABASE, Kind.STORAGE, Kind.PICTURE, Kind.CLOCK, Kind.PHONE)) {
            assertThat(results.get(kind)).as(kind.code()).isIn(Result.SKIPPED, Result.FAULT);
        }
        assertThat(home.resolve("pictures")).isEmptyDirectory();
    }
}
