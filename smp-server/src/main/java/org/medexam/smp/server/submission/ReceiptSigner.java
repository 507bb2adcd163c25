package org.medexam.smp.server.submission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.medexam.smp.core.file.Sha256;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.core.signature.Signer;
import org.medexam.smp.server.signing.SigningKeys;
import org.medexam.smp.server.wire.Json;

/** Signs receipts. {@code docs/receipts.md} describes how to verify them. */
@Singleton
class ReceiptSigner {

    /** The JWS's {@code typ}, so that a verifier rejects a signature of another kind. */
    static final String RECEIPT = "smp-receipt";

    static final String SEAL = "smp-receipt-seal";

    private final SigningKeys keys;
    private final String issuer;

    @Inject
    ReceiptSigner(SigningKeys keys, DistrictSettings district) {
        this.keys = keys;
        this.issuer = "smp:" + district.code();
    }

    Receipt sign(String no, OffsetDateTime at, String message, String commitmentVersion, List<Receipt.Image> images) {
        Signer signer = keys.current();
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("iss", issuer);
        whole.put("no", no);
        whole.put("at", at.toString());
        whole.put("message", message);
        whole.put("commitmentVersion", commitmentVersion);
        whole.put("images", images);
        Map<String, Object> brief = new LinkedHashMap<>();
        brief.put("iss", issuer);
        brief.put("no", no);
        brief.put("at", at.toString());
        brief.put("count", images.size());
        brief.put("sha256", digest(images));
        return new Receipt(
                at, message, images, signer.jws(Json.text(whole), RECEIPT), signer.jws(Json.text(brief), SEAL));
    }

    /** SHA-256 over a line {@code material sha256} with a line feed for each picture, in the receipt's order. */
    static String digest(List<Receipt.Image> images) {
        String lines = images.stream()
                .map(image -> image.material() + " " + image.sha256() + "\n")
                .collect(Collectors.joining());
        return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
    }
}
