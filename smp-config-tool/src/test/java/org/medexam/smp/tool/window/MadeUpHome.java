package org.medexam.smp.tool.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;

/** A folder SMP as it was unpacked, with programs that are none. */
record MadeUpHome(Path path) {

    static MadeUpHome in(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("SMP"));
        Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("Extension"));
        Files.writeString(home.resolve("Extension").resolve("payara-micro.jar"), "");
        Files.writeString(home.resolve("Extension").resolve("smp-server.war"), "");
        return new MadeUpHome(home);
    }

    /** Settings that a server would take, but for what the map says otherwise; an empty value takes a line away. */
    MadeUpHome withSettings(Map<String, String> others) throws Exception {
        Map<String, String> values = new TreeMap<>(Map.of(
                "smp.district.code", "62",
                "smp.district.name", "甘肃考区",
                "smp.catalogue", "baiyin-2021",
                "smp.public-url", "https://smp.example.cn",
                "smp.proxy.trusted", "127.0.0.1",
                "smp.storage.path", "pictures",
                "smp.sp.jwks", "conf/sp.jwks.json",
                "smp.mp.jwks", "conf/mp.jwks.json"));
        values.putAll(others);
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) -> text.append(value.isEmpty() ? "" : key + "=" + value + "\n"));
        Files.writeString(settings(), text);
        writeKeys(path.resolve("conf/sp.jwks.json"), "sp-2026");
        writeKeys(path.resolve("conf/mp.jwks.json"), "mp-2026");
        return this;
    }

    Path settings() {
        return path.resolve("conf").resolve("smp.properties");
    }

    static Path writeKeys(Path file, String kid) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        EllipticCurveJsonWebKey key = new EllipticCurveJsonWebKey(
                (ECPublicKey) generator.generateKeyPair().getPublic());
        key.setKeyId(kid);
        key.setAlgorithm("ES256");
        return Files.writeString(file, "{\"keys\":[" + key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}");
    }
}
