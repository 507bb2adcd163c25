package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract §4, images: in, out, away, and all together as ZIP. */
class ImagesIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.shared();

    private static final int MAX_BYTES = 204_800;

    private final SmpServer server = SMP.server();
    private final Api api = SMP.api();

    private JsonNode uploaded(String no, String material, byte[] picture) {
        api.register(no, "6215");
        Api.Answer answer = api.upload(no, material, api.candidateToken(no), picture);
        assertThat(answer.status()).as(() -> new String(answer.bytes())).isEqualTo(201);
        return answer.json();
    }

    @Test
    void answersWithTheStampedPicturesFigures() throws Exception {
        byte[] sent = Drawing.jpeg(1);
        JsonNode image = uploaded("up-1", "ID_DOC", sent);
        assertThat(image.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "sha256",
                        "bytes",
                        "width",
                        "height",
                        "uploadedAt",
                        "warnings",
                        "superseded",
                        "url",
                        "thumbnailUrl");
        assertThat(image.get("sha256").asText()).isEqualTo(sha256(sent));
        Api.Answer served = api.get(image.get("url").asText(), api.candidateToken("up-1"));
        assertThat(image.get("bytes").asInt()).isEqualTo(served.bytes().length);
        assertThat(image.get("width").asInt()).isEqualTo(480);
        assertThat(image.get("height").asInt()).isEqualTo(320);
        JsonNode dossier =
                api.get("/v1/dossiers/up-1", api.candidateToken("up-1")).json();
        assertThat(dossier.at("/materials/0/state").asText()).isEqualTo("filled");
        assertThat(dossier.at("/materials/0/images/0")).isEqualTo(image);
    }

    @Test
    void answersTheFirstOneForTheSameBytesAlsoWhenTheMaterialIsFull() {
        JsonNode first = uploaded("same-1", "ID_DOC", Drawing.jpeg(1));
        uploaded("same-1", "ID_DOC", Drawing.jpeg(2));
        uploaded("same-1", "ID_DOC", Drawing.jpeg(3));
        Api.Answer fourth = api.upload("same-1", "ID_DOC", api.spToken(), Drawing.jpeg(4));
        assertThat(fourth.status()).isEqualTo(409);
        assertThat(fourth.code()).isEqualTo("material-full");
        Api.Answer again = api.upload("same-1", "ID_DOC", api.spToken(), Drawing.jpeg(1));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first);
        assertThat(again.header("Location")).isEqualTo(first.get("url").asText());
        // another slot is another picture
        assertThat(uploaded("same-1", "OTHER", Drawing.jpeg(1)).get("id")).isNotEqualTo(first.get("id"));
    }

    @Test
    void keepsThreeOfThirtyTwoThatComeAtOnce() throws Exception {
        api.register("race-1", "6215");
        String token = api.candidateToken("race-1");
        AtomicInteger number = new AtomicInteger();
        List<Integer> answers = AccessIT.atOnce(
                32,
                () -> api.upload("race-1", "ID_DOC", token, Drawing.jpeg(number.getAndIncrement()))
                        .status());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(29);
        assertThat(files("race-1")).hasSize(3);
    }

    @Test
    void keepsOneOfTheSameBytesThatComeAtOnce() throws Exception {
        api.register("race-2", "6215");
        String token = api.candidateToken("race-2");
        List<Integer> answers = AccessIT.atOnce(
                8, () -> api.upload("race-2", "ID_DOC", token, Drawing.jpeg(1)).status());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(7);
        assertThat(files("race-2")).hasSize(1);
    }

    @Test
    void takesTheLimitAndNotOneByteMore() {
        uploaded("size-1", "OTHER", Drawing.jpegOf(MAX_BYTES));
        for (int bytes : List.of(MAX_BYTES + 1, MAX_BYTES + 60_000, 3_000_000)) {
            Api.Answer answer = api.upload("size-1", "OTHER", api.spToken(), Drawing.jpegOf(bytes));
            assertThat(answer.status()).as(bytes + " bytes").isEqualTo(413);
            assertThat(answer.code()).isEqualTo("image-too-large");
        }
    }

    @Test
    void looksAtTheContentAndBelievesNoName() {
        api.register("type-1", "6215");
        Api.Answer png = part("type-1", "file", "照片.jpg", "image/jpeg", Drawing.png(1));
        assertThat(png.status()).isEqualTo(201);
        assertThat(api.get(png.json().get("url").asText(), api.mpToken()).header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(part("type-1", "file", "x.exe", "application/x-msdownload", Drawing.jpeg(9))
                        .status())
                .isEqualTo(201);
        for (byte[] no : List.of(Drawing.gif(), "<svg/>".getBytes(StandardCharsets.UTF_8), new byte[0])) {
            Api.Answer answer = part("type-1", "file", "a.jpg", "image/jpeg", no);
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.code()).isEqualTo("image-format-unsupported");
        }
        byte[] whole = Drawing.jpeg(10);
        Api.Answer cut = part("type-1", "file", "a.jpg", "image/jpeg", Arrays.copyOf(whole, whole.length / 2));
        assertThat(cut.status()).isEqualTo(422);
        assertThat(cut.code()).isEqualTo("image-unreadable");
    }

    private Api.Answer part(String no, String name, String fileName, String type, byte[] content) {
        byte[] head = ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return body(no, "multipart/form-data; boundary=b", joined(head, content, "\r\n--b--\r\n".getBytes()));
    }

    private Api.Answer body(String no, String type, byte[] content) {
        HttpRequest.Builder request = api.request("/v1/dossiers/" + no + "/materials/OTHER/images", api.spToken())
                .POST(HttpRequest.BodyPublishers.ofByteArray(content));
        return api.send(type == null ? request : request.header("Content-Type", type));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 415, unsupported-media-type",
        "image/jpeg, 415, unsupported-media-type",
        ", 415, unsupported-media-type",
        "multipart/mixed; boundary=b, 415, unsupported-media-type",
        "multipart/form-data, 400, upload-malformed",
        "multipart/form-data; boundary=other, 400, upload-malformed",
    })
    void takesFormDataAlone(String type, int status, String code) {
        api.register("form-1", "6215");
        Api.Answer answer = body("form-1", type, Api.multipart("b", Drawing.jpeg(1)));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void takesOneWholePartOfThatName() {
        api.register("form-2", "6215");
        byte[] good = Api.multipart("b", Drawing.jpeg(1));
        byte[] frame = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--b--\r\n".getBytes();
        String end = "--b--\r\n";
        byte[] opened = Arrays.copyOf(good, good.length - end.length());
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("no file", frame);
        bodies.put("two files", joined(opened, good));
        bodies.put("cut in the picture", Arrays.copyOf(good, good.length / 2));
        bodies.put("cut before the end", opened);
        bodies.put("empty", new byte[0]);
        bodies.put("no multipart", "garbage".getBytes());
        bodies.forEach((what, body) -> {
            Api.Answer answer = body("form-2", "multipart/form-data; boundary=b", body);
            assertThat(answer.status()).as(what).isEqualTo(400);
            assertThat(answer.code()).as(what).isEqualTo("upload-malformed");
        });
        assertThat(part("form-2", "picture", "a.jpg", "image/jpeg", Drawing.jpeg(1))
                        .code())
                .isEqualTo("upload-malformed");
        assertThat(body("form-2", "multipart/form-data; boundary=b", good).status())
                .isEqualTo(201);
    }

    @Test
    void knowsTheMaterialsOfTheCatalogueAlone() {
        api.register("slot-1", "6215");
        assertThat(api.upload("slot-1", "NOTHING", api.spToken(), Drawing.jpeg(1))
                        .code())
                .isEqualTo("not-found");
        assertThat(api.upload("slot-0", "OTHER", api.spToken(), Drawing.jpeg(1)).code())
                .isEqualTo("not-found");
    }

    @Test
    void servesWithTheHeadersOfTheContract() {
        JsonNode image = uploaded("serve-1", "OTHER", Drawing.jpeg(1));
        String url = image.get("url").asText();
        Api.Answer got = api.get(url, api.candidateToken("serve-1"));
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(got.header("ETag")).isEqualTo("\"" + sha256(got.bytes()) + "\"");
        assertThat(got.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(got.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(got.header("Content-Disposition"))
                .isEqualTo("inline; filename=\"" + image.get("id").asText() + ".jpg\"");
        assertThat(got.bytes()).isNotEqualTo(Drawing.jpeg(1));

        Api.Answer head = api.send(
                api.request(url, api.candidateToken("serve-1")).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        for (String header : List.of("Content-Length", "ETag", "Cache-Control", "Content-Type", "Accept-Ranges")) {
            assertThat(head.header(header)).as(header).isEqualTo(got.header(header));
        }
        Api.Answer unchanged =
                api.send(api.request(url, api.mpToken()).header("If-None-Match", "\"x\", " + got.header("ETag")));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.bytes()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(got.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=10-19, 10, 20",
        "bytes=100-, 100, -1",
        "bytes=-7, -7, -1",
        "bytes=5-999999999, 5, -1"
    })
    void servesARange(String range, int from, int to) {
        JsonNode image = uploaded("range-1-" + Math.abs(range.hashCode()), "OTHER", Drawing.jpeg(1));
        byte[] whole = api.get(image.get("url").asText(), api.mpToken()).bytes();
        int first = from < 0 ? whole.length + from : from;
        int end = to < 0 ? whole.length : to;
        Api.Answer part = ranged(image, range, null);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes " + first + "-" + (end - 1) + "/" + whole.length);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole, first, end));
        String tag = part.header("ETag");
        assertThat(ranged(image, range, tag).status()).isEqualTo(206);
        assertThat(ranged(image, range, "W/" + tag).status()).isEqualTo(200);
        assertThat(ranged(image, range, "\"another\"").bytes()).isEqualTo(whole);
    }

    @Test
    void refusesARangeBehindTheEnd() {
        JsonNode image = uploaded("range-2", "OTHER", Drawing.jpeg(1));
        for (String range : List.of("bytes=999999-", "bytes=-0")) {
            Api.Answer answer = ranged(image, range, null);
            assertThat(answer.status()).isEqualTo(416);
            assertThat(answer.code()).isEqualTo("range-not-satisfiable");
            assertThat(answer.header("Content-Range"))
                    .isEqualTo("bytes */" + image.get("bytes").asInt());
        }
        for (String whole : List.of("bytes=0-1,3-4", "lines=1-2", "bytes=x", "bytes=9-3")) {
            assertThat(ranged(image, whole, null).status()).as(whole).isEqualTo(200);
        }
    }

    private Api.Answer ranged(JsonNode image, String range, String ifRange) {
        HttpRequest.Builder request =
                api.request(image.get("url").asText(), api.mpToken()).header("Range", range);
        return api.send(ifRange == null ? request : request.header("If-Range", ifRange));
    }

    @Test
    void makesASmallViewOfTheStampedPicture() throws Exception {
        JsonNode image = uploaded("thumb-1", "OTHER", Drawing.png(1));
        Api.Answer thumbnail = api.get(image.get("thumbnailUrl").asText(), api.candidateToken("thumb-1"));
        assertThat(thumbnail.status()).isEqualTo(200);
        assertThat(thumbnail.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(thumbnail.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(thumbnail.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(thumbnail.header("Content-Disposition")).startsWith("inline; filename=");
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(thumbnail.bytes()));
        assertThat(Math.max(small.getWidth(), small.getHeight())).isEqualTo(320);
        assertThat(api.send(api.request(image.get("thumbnailUrl").asText(), api.mpToken())
                                .header("If-None-Match", thumbnail.header("ETag")))
                        .status())
                .isEqualTo(304);
        assertThat(api.get(image.get("thumbnailUrl").asText(), api.siteReviewerToken("9999"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsAPictureToWhomTheContractNames() {
        String url = uploaded("see-1", "OTHER", Drawing.jpeg(1)).get("url").asText();
        assertThat(api.get(url, null).status()).isEqualTo(401);
        assertThat(api.get(url, api.candidateToken("see-2")).status()).isEqualTo(404);
        assertThat(api.get(url, api.siteReviewerToken("6216")).status()).isEqualTo(404);
        assertThat(api.get(url, api.siteReviewerToken("6215")).status()).isEqualTo(200);
        assertThat(api.get(url, api.districtReviewerToken()).status()).isEqualTo(200);
        assertThat(api.get(url, api.spToken()).status()).isEqualTo(200);
    }

    @Test
    void destroysWhatIsDeleted() throws Exception {
        JsonNode image = uploaded("gone-1", "ID_DOC", Drawing.jpeg(1));
        String path = image.get("url").asText();
        assertThat(api.get(image.get("thumbnailUrl").asText(), api.mpToken()).status())
                .isEqualTo(200);
        assertThat(files("gone-1")).hasSize(1);
        assertThat(api.send("DELETE", path, api.candidateToken("gone-2"), null).status())
                .isEqualTo(404);
        Api.Answer deleted = api.send("DELETE", path, api.candidateToken("gone-1"), null);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(files("gone-1")).isEmpty();
        for (String away : List.of(path, image.get("thumbnailUrl").asText())) {
            assertThat(api.get(away, api.mpToken()).status()).isEqualTo(404);
        }
        assertThat(api.send("DELETE", path, api.spToken(), null).status()).isEqualTo(404);
        assertThat(api.upload("gone-1", "ID_DOC", api.spToken(), Drawing.jpeg(1))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void packsADossierWithTheManifestAtTheEnd() throws Exception {
        uploaded("zip-1", "ID_DOC", Drawing.jpeg(1));
        uploaded("zip-1", "ID_DOC", Drawing.png(2));
        uploaded("zip-1", "OTHER", Drawing.jpeg(3));
        Api.Answer zip = api.get("/v1/dossiers/zip-1/archive.zip", api.mpToken());
        assertThat(zip.status()).isEqualTo(200);
        assertThat(zip.header("Content-Type")).isEqualTo("application/zip");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        assertThat(entries.keySet())
                .containsExactly(
                        "zip-1/%02d-有效身份证明/1.jpg".formatted(place("zip-1", "ID_DOC")),
                        "zip-1/%02d-有效身份证明/2.png".formatted(place("zip-1", "ID_DOC")),
                        "zip-1/%02d-其他/1.jpg".formatted(place("zip-1", "OTHER")),
                        "manifest.json");
        JsonNode lines =
                new ObjectMapper().readTree(entries.get("manifest.json")).get("images");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).get("received").asText()).isEqualTo(sha256(Drawing.jpeg(1)));
        for (JsonNode line : lines) {
            assertThat(line.get("stamped").asText())
                    .isEqualTo(sha256(entries.get(line.get("path").asText())));
        }
    }

    /** Where a material stands in its dossier, counted from 1. */
    private int place(String no, String material) {
        List<String> codes = api.get("/v1/dossiers/" + no, api.mpToken())
                .json()
                .get("materials")
                .findValuesAsText("code");
        return codes.indexOf(material) + 1;
    }

    @Test
    void saysThatAPictureIsDamagedAndBreaksAnArchiveOff() throws Exception {
        for (int i = 1; i <= 3; i++) {
            uploaded("hurt-1", "ID_DOC", Drawing.jpeg(i));
        }
        JsonNode last = uploaded("hurt-1", "OTHER", Drawing.jpeg(4));
        String id = last.get("id").asText();
        Path file = files("hurt-1").stream()
                .filter(path -> path.toString().contains(id))
                .findAny()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        file.toFile().setWritable(true);
        Files.write(file, bytes);

        Api.Answer picture = api.get(last.get("url").asText(), api.mpToken());
        assertThat(picture.status()).isEqualTo(500);
        assertThat(picture.code()).isEqualTo("picture-damaged");
        assertThat(api.get(last.get("thumbnailUrl").asText(), api.mpToken()).code())
                .isEqualTo("picture-damaged");
        assertThatThrownBy(() -> api.get("/v1/dossiers/hurt-1/archive.zip", api.mpToken()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/images/x", "/v1/images/..%2f..%2fconf", "/v1/images/x/thumbnail"})
    void knowsNoOtherPicture(String path) {
        assertThat(api.get(path, api.mpToken()).status()).isEqualTo(404);
    }

    private List<Path> files(String no) throws Exception {
        try (Stream<Path> all = Files.walk(server.home().resolve("pictures"))) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> path.getParent()
                            .getParent()
                            .getFileName()
                            .toString()
                            .equals(no))
                    .toList();
        }
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
