package org.medexam.smp.tool.setup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.client.LocalServerClient;

/** Looks whether a server can listen on a port, or already does. */
public final class PortCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Path FIRST_FREE_FOR_ALL = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");

    private final FindingMessages words;

    public PortCheck(ToolMessages texts) {
        words = FindingMessages.of(texts, "port.subject");
    }

    public List<Finding> look(int port) {
        if (canListen(port)) {
            return List.of(port < firstFreeForAll() ? words.advice("port.low", port) : words.good("port.free", port));
        }
        if (!someoneListens(port)) {
            return List.of(
                    port < firstFreeForAll()
                            ? words.fault("port.needs-right", port)
                            : words.fault("port.reserved", port));
        }
        if (isOurs(port)) {
            return List.of(words.good("port.ours", port));
        }
        return List.of(Listener.on(port)
                .map(who -> words.fault("port.taken-by", port, who))
                .orElseGet(() -> words.fault("port.taken", port)));
    }

    /** Ports below it are for administrators alone; only Linux has such. */
    private static int firstFreeForAll() {
        try {
            return Integer.parseInt(Files.readString(FIRST_FREE_FOR_ALL).strip());
        } catch (IOException | NumberFormatException noLinux) {
            return 0;
        }
    }

    private static boolean canListen(int port) {
        try (ServerSocket everywhere = new ServerSocket(port)) {
            return everywhere.isBound() && canListenHere(port, everywhere);
        } catch (IOException taken) {
            return false;
        }
    }

    /** Some systems let one listen everywhere beside another who listens on this machine's own address alone. */
    private static boolean canListenHere(int port, ServerSocket everywhere) throws IOException {
        everywhere.close();
        try (ServerSocket here = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return here.isBound();
        }
    }

    private static boolean someoneListens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** A server of SMP, by plain http or by https; whichever certificate it shows. */
    private static boolean isOurs(int port) {
        return LocalServerClient.of(port, PATIENCE).answers(LocalServerClient.LIVE)
                || LocalServerClient.ofTls(port, PATIENCE).answers(LocalServerClient.LIVE);
    }
}
