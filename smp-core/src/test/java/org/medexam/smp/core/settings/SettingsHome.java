package org.medexam.smp.core.settings;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

/** An SMP_HOME for one test: the least that starts, changed line by line. */
final class SettingsHome {

    private final Path home;
    private final Map<String, String> lines = new LinkedHashMap<>();

    SettingsHome(Path home) throws Exception {
        this.home = home;
        write("conf/sp.jwks.json", "{\"keys\":[]}");
        write("conf/mp.jwks.json", "{\"keys\":[]}");
        with("smp.district.code", "62");
        with("smp.district.name", "样例考区");
        with("smp.catalogue", "baiyin-2021");
        with("smp.public-url", "http://localhost:8001");
        with("smp.storage.path", "pictures");
        with("smp.sp.jwks", "conf/sp.jwks.json");
        with("smp.mp.jwks", "conf/mp.jwks.json");
    }

    SettingsHome with(String key, String value) {
        lines.put(key, value);
        return this;
    }

    SettingsHome without(String key) {
        lines.remove(key);
        return this;
    }

    SettingsHome write(String file, String text) throws Exception {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    Path file() {
        return home.resolve("conf/smp.properties");
    }

    SmpSettings read() throws Exception {
        write(
                "conf/smp.properties",
                lines.entrySet().stream()
                        .map(line -> line.getKey() + "=" + line.getValue())
                        .collect(Collectors.joining("\n")));
        return SmpSettings.read(file());
    }

    /** The keys and English words of all faults. */
    List<String> faults() throws Exception {
        try {
            read();
            return List.of();
        } catch (SettingsRefused refused) {
            return refused.faults().stream()
                    .map(fault -> fault.key() + ": " + fault.english())
                    .toList();
        }
    }

    /** A keystore with a private key and a certificate of its own making, as a district's IT would make one. */
    SettingsHome keystore(String file, String password) throws Exception {
        return keystore(file, password, "CN=smp.example.cn");
    }

    SettingsHome keystore(String file, String password, String owner) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "smp",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        owner,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        home.resolve(file).toString(),
                        "-storepass",
                        password,
                        "-keypass",
                        password)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return this;
    }

    /** A keystore that opens and has nothing to serve https with. */
    SettingsHome keystoreWithoutPrivateKey(String file, String password) throws Exception {
        KeyStore keystore = KeyStore.getInstance("PKCS12");
        keystore.load(null, null);
        keystore.setEntry(
                "other",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                new KeyStore.PasswordProtection(password.toCharArray()));
        try (OutputStream out = Files.newOutputStream(home.resolve(file))) {
            keystore.store(out, password.toCharArray());
        }
        return this;
    }
}
