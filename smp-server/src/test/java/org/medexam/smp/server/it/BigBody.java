package org.medexam.smp.server.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A client that sends far too much, on a bare socket, and listens for the answer while it sends. */
final class BigBody {

    static final long BYTES = 400L << 20;

    /** How the body is announced. */
    enum Announced {
        CHUNKED,
        BY_LENGTH,
        /** RFC 9110 10.1.1: the body waits for {@code 100 Continue}. */
        BY_EXPECTATION
    }

    /** @param sent bytes of the body that the client got rid of until the whole answer was there */
    record Outcome(String head, String body, long millis, long sent) {}

    private static final int PIECE = 64 * 1024;
    private static final String BOUNDARY = "smp-boundary";

    private final SmpServer server;
    private final String path;
    private final String token;
    private final byte[] piece;

    /** @param filler what the body consists of, again and again */
    BigBody(SmpServer server, String path, String token, String filler) {
        this.server = server;
        this.path = path;
        this.token = token;
        this.piece =
                filler.repeat(PIECE / filler.length() + 1).substring(0, PIECE).getBytes(StandardCharsets.US_ASCII);
    }

    Outcome send(Announced announced) throws IOException, InterruptedException {
        AtomicLong sent = new AtomicLong();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            long begun = System.nanoTime();
            out.write(head(announced).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread sender = new Thread(() -> pour(out, announced, sent), "big-body");
            if (announced != Announced.BY_EXPECTATION) {
                sender.start();
            }
            Outcome outcome = answer(socket.getInputStream(), begun, sent, sender);
            socket.close();
            sender.join();
            return outcome;
        }
    }

    private String head(Announced announced) {
        return "POST /nme/ext/api" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n"
                + switch (announced) {
                    case CHUNKED -> "Transfer-Encoding: chunked\r\n\r\n";
                    case BY_LENGTH -> "Content-Length: " + BYTES + "\r\n\r\n";
                    case BY_EXPECTATION -> "Content-Length: " + BYTES + "\r\nExpect: 100-continue\r\n\r\n";
                };
    }

    private void pour(OutputStream out, Announced announced, AtomicLong sent) {
        try {
            byte[] begin = ("--" + BOUNDARY
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            write(out, begin, announced);
            for (long left = BYTES - begin.length; left > 0; left -= piece.length) {
                write(out, piece, announced);
                sent.addAndGet(piece.length);
            }
        } catch (IOException refused) {
            // the server closed the line after its answer
        }
    }

    private static void write(OutputStream out, byte[] bytes, Announced announced) throws IOException {
        if (announced == Announced.CHUNKED) {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(bytes);
        if (announced == Announced.CHUNKED) {
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Outcome answer(InputStream in, long begun, AtomicLong sent, Thread sender) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            all.write(read);
            String text = all.toString(StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            if (end >= 0 && text.startsWith("HTTP/1.1 100 ")) {
                sender.start();
                all.reset();
            } else if (end >= 0 && text.strip().endsWith("}")) {
                return new Outcome(
                        text.substring(0, end),
                        text.substring(end + 4),
                        (System.nanoTime() - begun) / 1_000_000,
                        sent.get());
            }
        }
        return new Outcome(
                all.toString(StandardCharsets.UTF_8), "", (System.nanoTime() - begun) / 1_000_000, sent.get());
    }
}
