package org.medexam.smp.tool.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.tool.ToolMessages;

/** Folders, disks and ports. */
class PlacesTest {

    private static final long GIGABYTE = 1L << 30;

    private final ToolMessages texts = ToolMessages.of(Locale.ENGLISH);

    @TempDir
    Path folder;

    @Test
    void aWholeInstallationIsGood() throws Exception {
        Files.createDirectories(folder.resolve("conf"));
        Files.createDirectories(folder.resolve("Extension"));
        Files.writeString(folder.resolve("Extension/payara-micro.jar"), "");
        Files.writeString(folder.resolve("Extension/smp-server.war"), "");

        assertThat(new HomeCheck(texts).look(folder)).extracting(Finding::level).containsExactly(Finding.Level.GOOD);
    }

    @Test
    void namesWhatAnInstallationLacks() {
        assertThat(texts(new HomeCheck(texts).look(folder)))
                .anyMatch(text -> text.contains("no folder conf"))
                .anyMatch(text -> text.contains("no server in its folder Extension"));
        assertThat(texts(new HomeCheck(texts).look(folder.resolve("gone")))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inetpub/wwwroot", "Inetpub/wwwroot/SMP", "INETPUB\\WWWROOT\\SMP", "x/InetPub\\wwwRoot/y"})
    void nothingLiesBelowAWebRoot(String below) throws Exception {
        Path there = Files.createDirectories(folder.resolve(below));

        assertThat(texts(new HomeCheck(texts).look(there)))
                .singleElement()
                .asString()
                .contains("wwwroot");
        assertThat(texts(new StorageCheck(texts).look(there)))
                .singleElement()
                .asString()
                .contains("wwwroot");
    }

    @Test
    void aLinkIntoAWebRootIsNoWayRound() throws Exception {
        Path root = Files.createDirectories(folder.resolve("Inetpub/wwwroot/pictures"));
        Path link = Files.createSymbolicLink(folder.resolve("harmless"), root);

        assertThat(levels(new StorageCheck(texts).look(link))).containsExactly(Finding.Level.FAULT);
        assertThat(levels(new StorageCheck(texts).look(link.resolve("later")))).containsExactly(Finding.Level.FAULT);
        assertThat(levels(new HomeCheck(texts).look(link))).containsExactly(Finding.Level.FAULT);
    }

    @Test
    void aPictureFolderNeedNotBeThereAndNothingIsLeftBehind() throws Exception {
        List<Finding> findings = new StorageCheck(texts, any -> 30 * GIGABYTE).look(folder.resolve("影像/2026"));

        assertThat(findings.get(0).level()).isEqualTo(Finding.Level.GOOD);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void saysHowMuchRoomThereIs() {
        assertThat(levels(new StorageCheck(texts, any -> GIGABYTE - 1).look(folder)))
                .contains(Finding.Level.FAULT);
        assertThat(new StorageCheck(texts, any -> 5 * GIGABYTE).look(folder).get(0))
                .matches(finding -> finding.level() == Finding.Level.ADVICE)
                .matches(finding -> finding.text().contains("5.0 GB"));
    }

    @Test
    void aFileIsNoPictureFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(levels(new StorageCheck(texts).look(file.resolve("below")))).containsExactly(Finding.Level.FAULT);
    }

    @Test
    void aFreePortIsGoodAndATakenOneNamesWhoHasIt() throws Exception {
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = other.getLocalPort();
        Thread hangsUp = new Thread(() -> hangUpOnEverybody(other));
        hangsUp.start();
        try {
            Finding taken = new PortCheck(texts).look(port).get(0);

            assertThat(taken.level()).isEqualTo(Finding.Level.FAULT);
            assertThat(taken.text()).contains("(" + ProcessHandle.current().pid() + ")");
            assertThat(taken.remedy()).isNotBlank();
        } finally {
            other.close();
            hangsUp.join(); // until then the system keeps the port
        }
        assertThat(levels(new PortCheck(texts).look(port))).containsExactly(Finding.Level.GOOD);
    }

    private static void hangUpOnEverybody(ServerSocket server) {
        try {
            while (true) {
                server.accept().close();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Test
    void ourOwnServerMayHaveThePort() throws Exception {
        HttpServer smp = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        smp.createContext("/nme/ext/api/health/live", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        smp.start();
        try {
            assertThat(new PortCheck(texts).look(smp.getAddress().getPort()).get(0))
                    .matches(finding -> finding.level() == Finding.Level.GOOD)
                    .matches(finding -> finding.text().contains("SMP answers"));
        } finally {
            smp.stop(0);
        }
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::text).toList();
    }

    private static List<Finding.Level> levels(List<Finding> findings) {
        return findings.stream().map(Finding::level).toList();
    }
}
