package org.medexam.smp.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every exception here was really provoked: by the server under test, or by a socket that plays one. */
class DiagnosisTest {

    private static final String ENCRYPTED = ";databaseName=EP;encrypt=true;loginTimeout=3";

    @TempDir
    Path folder;

    @Test
    void aWrongPasswordIsNotAWrongDatabase() throws Exception {
        try (TestServer server = TestServer.needed()) {
            assertThat(trouble(server.withPassword("wrong"))).isEqualTo(ConnectionFault.LOGIN_REFUSED);
            assertThat(trouble(server.newDatabase())).isEqualTo(ConnectionFault.NO_SUCH_DATABASE);
        }
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThat(trouble(at("127.0.0.1:" + port + ENCRYPTED))).isEqualTo(ConnectionFault.SERVER_UNREACHABLE);
    }

    @Test
    void theNameIsUnknown() {
        assertThat(trouble(at("no-such-host.invalid:1433" + ENCRYPTED))).isEqualTo(ConnectionFault.UNKNOWN_HOST);
        assertThat(trouble(at("no-such-host.invalid\\SQLEXPRESS" + ENCRYPTED))).isEqualTo(ConnectionFault.UNKNOWN_HOST);
    }

    @Test
    void nobodyTellsTheInstancesPort() {
        assertThat(trouble(at("127.0.0.1\\SQLEXPRESS" + ENCRYPTED))).isEqualTo(ConnectionFault.INSTANCE_UNKNOWN);
    }

    @Test
    void somethingElseListens() throws Exception {
        try (ServerSocket web = playing(
                (socket, question) -> socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes()))) {
            assertThat(trouble(at(place(web)))).isEqualTo(ConnectionFault.NO_SQL_SERVER);
        }
    }

    @Test
    void theServerCannotEncrypt() throws Exception {
        try (ServerSocket plain = playing((socket, question) -> answer(socket, 2))) {
            assertThat(trouble(at(place(plain)))).isEqualTo(ConnectionFault.NO_ENCRYPTION);
        }
    }

    @Test
    void theServerSpeaksTls10Only() throws Exception {
        // ServerHello of TLS 1.0, TLS_RSA_WITH_AES_128_CBC_SHA (RFC 2246 §7.4.1.3)
        byte[] hello = ByteBuffer.allocate(47)
                .put(new byte[] {0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1})
                .put(new byte[32])
                .put(new byte[] {0, 0, 0x2f, 0})
                .array();
        try (ServerSocket old = playing((socket, question) -> {
            answer(socket, 1);
            packet(new DataInputStream(socket.getInputStream()));
            send(socket, 0x12, hello);
        })) {
            assertThat(trouble(at(place(old)))).isEqualTo(ConnectionFault.TLS_TOO_OLD);
        }
    }

    @Test
    void theServerHangsUpWhenItIsOfferedTls12() throws Exception {
        try (ServerSocket old = playing((socket, question) -> {
            answer(socket, 1);
            packet(new DataInputStream(socket.getInputStream()));
        })) {
            assertThat(trouble(at(place(old)))).isEqualTo(ConnectionFault.TLS_TOO_OLD);
        }
    }

    @Test
    void theRunningServerHasTheEmbeddedOneOpen() throws Exception {
        DatabaseAddress database = DatabaseAddress.embedded(folder);
        new Schema(database).migrate();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsOpen.class.getName(),
                        database.url())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("open");
            assertThat(trouble(database)).isEqualTo(ConnectionFault.IN_USE);
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.50.6000.34, false",
        "10.50.4000.0, true",
        "10.0.5500, true",
        "9.00.5000.00, true",
        "11.0.2100.60, false",
        "16.00.1000, false",
        "unknown, false"
    })
    void knowsTheOldestServer(String version, boolean tooOld) {
        assertThat(ServerVersion.of(version).isTooOld()).isEqualTo(tooOld);
    }

    @Test
    void findsServerAndPortInAnAddress() {
        assertThat(at("db:1444;databaseName=EP").server().orElseThrow().port()).hasValue(1444);
        assertThat(at("db;databaseName=EP").server().orElseThrow().port()).hasValue(1433);
        assertThat(at("db\\A;databaseName=EP").server().orElseThrow().port()).isEmpty();
        assertThat(at("db\\A:1444;databaseName=EP").server().orElseThrow().port())
                .hasValue(1444);
        assertThat(at("db;instanceName=A;databaseName=EP")
                        .server()
                        .orElseThrow()
                        .port())
                .isEmpty();
        assertThat(at(";serverName=::1;portNumber=1444;databaseName=EP")
                        .server()
                        .orElseThrow()
                        .host())
                .isEqualTo("::1");
        assertThat(at("db;databaseName={E P};encrypt=true").databaseName()).contains("E P");
        assertThat(at("db;database=EP;encrypt=true").master().url()).contains(";database=master;encrypt=true");
    }

    private static ConnectionFault trouble(DatabaseAddress address) {
        try {
            DatabaseReport.of(address, Instant::now);
        } catch (DatabaseFailed failed) {
            return failed.trouble();
        }
        throw new AssertionError("answered");
    }

    private static DatabaseAddress at(String place) {
        return DatabaseAddress.sqlServer("jdbc:sqlserver://" + place, "smp", "secret");
    }

    private static String place(ServerSocket server) {
        return "127.0.0.1:" + server.getLocalPort() + ENCRYPTED;
    }

    private interface Part {
        void play(Socket socket, byte[] question) throws IOException;
    }

    /** Reads the first packet of each caller, plays its part and hangs up; ends when it is closed. */
    private static ServerSocket playing(Part part) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(server, part), "plays a server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void serve(ServerSocket server, Part part) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                part.play(socket, packet(new DataInputStream(socket.getInputStream())));
            } catch (IOException callerOrServerIsGone) {
                // the next one, if any
            }
        }
    }

    private static byte[] packet(DataInputStream in) throws IOException {
        in.readUnsignedShort();
        int length = in.readUnsignedShort();
        in.readInt();
        return in.readNBytes(length - 8);
    }

    /** PRELOGIN's answer: version 11.0.2100, and whether it encrypts. */
    private static void answer(Socket socket, int encryption) throws IOException {
        send(socket, 4, new byte[] {0, 0, 11, 0, 6, 1, 0, 17, 0, 1, (byte) 0xff, 11, 0, 8, 52, 0, 0, (byte) encryption
        });
    }

    private static void send(Socket socket, int kind, byte[] content) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(ByteBuffer.allocate(8 + content.length)
                .put((byte) kind)
                .put((byte) 1)
                .putShort((short) (8 + content.length))
                .putInt(0)
                .put(content)
                .array());
        out.flush();
    }
}
