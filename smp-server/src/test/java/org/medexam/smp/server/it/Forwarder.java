package org.medexam.smp.server.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A line between a database and who asks it, that can be cut and mended, or slow; cut, nobody listens at its address.
 */
public final class Forwarder implements AutoCloseable {

    private final InetSocketAddress target;
    private final Duration delay;
    private final int port;
    private final List<Socket> open = new ArrayList<>();
    private ServerSocket listener;

    /** Cut at first. */
    public Forwarder(InetSocketAddress target) throws IOException {
        this(target, Duration.ZERO);
    }

    /** @param delay of whatever is sent, each way */
    public Forwarder(InetSocketAddress target, Duration delay) throws IOException {
        this.target = target;
        this.delay = delay;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    public synchronized void mend() throws IOException {
        listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        ServerSocket mine = listener;
        daemon(() -> accept(mine));
    }

    /** Every connection breaks in the midst of whatever it carries. */
    synchronized void cut() throws IOException {
        listener.close();
        for (Socket socket : open) {
            reset(socket);
        }
        open.clear();
    }

    private static void reset(Socket socket) throws IOException {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException closedAlready) {
            return;
        }
        socket.close();
    }

    private void accept(ServerSocket mine) {
        try {
            while (true) {
                Socket here = mine.accept();
                Socket there = new Socket(target.getAddress(), target.getPort());
                synchronized (this) {
                    if (mine.isClosed()) {
                        here.close();
                        there.close();
                        return;
                    }
                    open.add(here);
                    open.add(there);
                }
                daemon(() -> carry(here, there));
                daemon(() -> carry(there, here));
            }
        } catch (IOException cut) {
            // nobody listens any more
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] said = new byte[8192];
            for (int length = in.read(said); length >= 0; length = in.read(said)) {
                LockSupport.parkNanos(delay.toNanos());
                out.write(said, 0, length);
            }
        } catch (IOException cut) {
            // both ends are closed
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "forwarder");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            if (listener != null) {
                cut();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
