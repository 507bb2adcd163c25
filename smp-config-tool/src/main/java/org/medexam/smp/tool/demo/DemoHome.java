package org.medexam.smp.tool.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.file.FileMutex;
import org.medexam.smp.core.file.PrivateFile;
import org.medexam.smp.core.ticket.JwkPair;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;

/** The files of one demo: an SMP_HOME with a folder {@code demo} beside its settings (contract §5). */
final class DemoHome {

    private static final String PORT = "smp.http.port=";
    private static final String PUBLIC_URL = "smp.public-url=";

    private final Path home;

    /** Held by this object: a lock whose channel is unreachable is released by the garbage collector. */
    private FileMutex mutex;

    private DemoHome(Path home) {
        this.home = home;
    }

    /**
     * Reserves the folder for this process and marks it as not ready.
     *
     * @throws Failed when another demo uses the folder, or the folder is the home of an installation that is no demo
     */
    static DemoHome open(Path home, ToolMessages texts) throws IOException {
        DemoHome files = new DemoHome(home);
        if (Files.exists(files.settings()) && !Files.exists(files.spKey())) {
            throw new Failed(texts.say("demo.foreign-home", home));
        }
        Files.createDirectories(files.folder());
        files.mutex = FileMutex.tryAcquire(files.folder().resolve("in-use"))
                .orElseThrow(() -> new Failed(texts.say("demo.home-in-use", home)));
        files.notReady();
        return files;
    }

    /** Makes what is missing, and keeps what is there but for the port. */
    void prepare(int port) throws IOException {
        Files.createDirectories(settings().getParent());
        Files.createDirectories(logs());
        keys(spKey(), "sp", "sp-demo");
        keys(mpKey(), "mp", "mp-demo");
        if (Files.exists(settings())) {
            moveTo(port);
        } else {
            AtomicFile.write(settings(), newSettings(port));
        }
        if (!Files.exists(sample())) {
            AtomicFile.write(sample(), DemoPicture.jpeg());
        }
    }

    private void keys(Path privateKey, String issuer, String kid) throws IOException {
        Path publicSet = settings().resolveSibling(issuer + ".jwks.json");
        if (!Files.exists(privateKey) || !Files.exists(publicSet)) {
            JwkPair pair = JwkPair.es256(kid);
            AtomicFile.write(publicSet, pair.publicSet());
            PrivateFile.write(privateKey, pair.privateJwk());
        }
    }

    private static String newSettings(int port) {
        return """
                # 演示用的设置；钥匙、账号和考生都是虚构的 / Settings of a demo: its keys, accounts and candidates are made up.
                smp.district.code=%s
                smp.district.name=甘肃考区
                smp.catalogue=baiyin-2021
                %s
                %s
                smp.storage.path=pictures
                smp.sp.jwks=conf/sp.jwks.json
                smp.mp.jwks=conf/mp.jwks.json
                smp.window.opens-at=2020-01-01T00:00:00+08:00
                smp.window.closes-at=2099-12-31T00:00:00+08:00
                """.formatted(Demo.DISTRICT, portLine(port), publicUrlLine(port));
    }

    private void moveTo(int port) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(settings()));
        lines.replaceAll(line -> line.startsWith(PORT) ? portLine(port) : line);
        lines.replaceAll(line -> line.startsWith(PUBLIC_URL) ? publicUrlLine(port) : line);
        AtomicFile.write(settings(), String.join("\n", lines) + "\n");
    }

    private static String portLine(int port) {
        return PORT + port;
    }

    private static String publicUrlLine(int port) {
        return PUBLIC_URL + "http://localhost:" + port;
    }

    /** Says that requests are served: written whole, by rename, when everything else is there. */
    void ready(String base) throws IOException {
        AtomicFile.write(folder().resolve("ready"), base);
    }

    void notReady() {
        try {
            Files.deleteIfExists(folder().resolve("ready"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return home.resolve("demo");
    }

    Path settings() {
        return home.resolve("conf").resolve("smp.properties");
    }

    Path logs() {
        return home.resolve("logs");
    }

    /** Where the server writes what belongs into no log. */
    ProcessBuilder.Redirect console() {
        return ProcessBuilder.Redirect.to(logs().resolve("console.txt").toFile());
    }

    /** SP's private key. */
    Path spKey() {
        return folder().resolve("sp.jwk.json");
    }

    /** MP's private key. */
    Path mpKey() {
        return folder().resolve("mp.jwk.json");
    }

    /** The first candidate's ticket. */
    Path candidateTicket() {
        return folder().resolve("ticket.txt");
    }

    Path mpTicket() {
        return folder().resolve("mp-ticket.txt");
    }

    Path reviewers() {
        return folder().resolve("reviewers.txt");
    }

    Path keeper() {
        return folder().resolve("keeper.txt");
    }

    Path sample() {
        return folder().resolve("sample.jpg");
    }

    Path stamped() {
        return folder().resolve("stamped.jpg");
    }
}
