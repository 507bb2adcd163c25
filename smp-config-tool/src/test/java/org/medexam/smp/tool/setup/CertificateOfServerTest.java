package org.medexam.smp.tool.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.tool.ToolMessages;

/** A socket that plays a SQL Server with a self-made certificate, as far as its first TLS records. */
class CertificateOfServerTest {

    private static final Secret PASSWORD = new Secret("secret");
    private static final int TDS_HEADER = 8;
    private static final byte[] ENCRYPTS = {0, 0, 11, 0, 6, 1, 0, 17, 0, 1, (byte) 0xff, 15, 0, 8, 52, 0, 0, 1};

    @TempDir
    Path folder;

    @Test
    void aCertificateThatNobodyVouchesForHasItsOwnWords() throws Exception {
        SSLContext context = context();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server, context));
            thread.setDaemon(true);
            thread.start();

            List<Finding> findings = new DatabaseCheckup(ToolMessages.of(Locale.ENGLISH), InstantSource.system())
                    .look(DatabaseAddress.sqlServer(
                            "jdbc:sqlserver://127.0.0.1:" + server.getLocalPort() + ";databaseName=EP;encrypt=true",
                            "smp",
                            "secret"));

            assertThat(findings)
                    .singleElement()
                    .matches(finding -> finding.text().contains("does not trust the certificate"));
        }
    }

    private SSLContext context() throws Exception {
        Path file = folder.resolve("server.p12");
        SelfSignedKeystore.write(file, PASSWORD, List.of("127.0.0.1"), Instant.now(), Duration.ofDays(1));
        KeyStore keystore = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keystore.load(in, PASSWORD.reveal().toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keystore, PASSWORD.reveal().toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void serve(ServerSocket server, SSLContext context) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                packet(in);
                send(socket, 4, ENCRYPTS);
                send(socket, 0x12, flight(context, packet(in)));
                packet(in);
            } catch (IOException | GeneralSecurityException callerIsGone) {
                // the next one, if any
            }
        }
    }

    /** The server's first answer to a ClientHello, its certificate in it. */
    private static byte[] flight(SSLContext context, byte[] hello) throws IOException, GeneralSecurityException {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(new String[] {"TLSv1.2"});
        engine.beginHandshake();
        ByteBuffer room = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.unwrap(ByteBuffer.wrap(hello), room);
        ByteArrayOutputStream flight = new ByteArrayOutputStream();
        while (engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP) {
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            } else {
                room.clear();
                engine.wrap(ByteBuffer.allocate(0), room);
                flight.write(room.array(), 0, room.position());
            }
        }
        return flight.toByteArray();
    }

    private static byte[] packet(DataInputStream in) throws IOException {
        in.readUnsignedShort();
        int length = in.readUnsignedShort();
        in.readInt();
        return in.readNBytes(length - TDS_HEADER);
    }

    private static void send(Socket socket, int kind, byte[] content) throws IOException {
        socket.getOutputStream()
                .write(ByteBuffer.allocate(TDS_HEADER + content.length)
                        .put((byte) kind)
                        .put((byte) 1)
                        .putShort((short) (TDS_HEADER + content.length))
                        .putInt(0)
                        .put(content)
                        .array());
    }
}
