package org.medexam.smp.core.schema;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a SQL Server says before anybody signs in (MS-TDS 2.2.6.5, PRELOGIN): asked by hand, since the driver tells the
 * reasons of a failure only in sentences of the machine's language.
 *
 * @param encrypts whether it can encrypt at all
 */
record PreLoginRequest(boolean encrypts) {

    private static final int PACKET = 0x12;
    private static final int ANSWER = 0x04;
    private static final int LAST = 1;
    private static final int HEADER = 8;
    private static final int MAX_BYTES = 4096;
    private static final int VERSION = 0;
    private static final int ENCRYPTION = 1;
    private static final int END = 0xff;
    private static final int ENCRYPT_ON = 1;
    private static final int ENCRYPT_NOT_SUPPORTED = 2;

    /** Two options, the table of where they stand before them. */
    private static final byte[] QUESTION = {
        VERSION, 0, 11, 0, 6, ENCRYPTION, 0, 17, 0, 1, (byte) END, 0, 0, 0, 0, 0, 0, ENCRYPT_ON
    };

    /**
     * @return empty when what listens there is no SQL Server
     * @throws IOException when nobody listens there
     */
    static Optional<PreLoginRequest> ask(String host, int port, int patienceMillis) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), patienceMillis);
            socket.setSoTimeout(patienceMillis);
            return exchange(socket);
        }
    }

    private static Optional<PreLoginRequest> exchange(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(ByteBuffer.allocate(HEADER + QUESTION.length)
                    .put((byte) PACKET)
                    .put((byte) LAST)
                    .putShort((short) (HEADER + QUESTION.length))
                    .putInt(0)
                    .put(QUESTION)
                    .array());
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int kind = in.readUnsignedByte();
            in.readUnsignedByte();
            int length = in.readUnsignedShort() - HEADER;
            if (kind != ANSWER || length < 1 || length > MAX_BYTES) {
                return Optional.empty();
            }
            in.readInt();
            return Optional.of(of(in.readNBytes(length)));
        } catch (IOException | IndexOutOfBoundsException speaksSomethingElse) {
            return Optional.empty();
        }
    }

    private static PreLoginRequest of(byte[] options) {
        ByteBuffer answer = ByteBuffer.wrap(options);
        for (int at = 0; (answer.get(at) & END) != END; at += 5) {
            if (answer.get(at) == ENCRYPTION) {
                return new PreLoginRequest(answer.get(answer.getShort(at + 1) & 0xffff) != ENCRYPT_NOT_SUPPORTED);
            }
        }
        return new PreLoginRequest(true);
    }
}
