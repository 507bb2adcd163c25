package org.medexam.smp.imaging.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.jpeg.ColourSpace;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.png.PngHeader;

class PictureInspectorTest {

    private static final BufferedImage IMAGE = TestPictures.quadrants(90, 60);
    private static final byte[] JPEG = TestJpeg.of(IMAGE).bytes();
    private static final byte[] PNG = TestPictures.scan(90, 60);

    private final PictureInspector inspector = new PictureInspector(PictureLimits.DEFAULT);

    private JpegFile jpeg(byte[] received) {
        return ((JpegFacts) inspector.inspect(received)).file();
    }

    @Test
    void recognizesAJpeg() {
        PictureFacts facts = inspector.inspect(JPEG);

        assertThat(facts.format()).isEqualTo(PictureFormat.JPEG);
        assertThat(facts.width()).isEqualTo(90);
        assertThat(facts.height()).isEqualTo(60);
        assertThat(facts.orientation()).isEqualTo(Orientation.TOP_LEFT);
        assertThat(facts).isInstanceOfSatisfying(JpegFacts.class, jpeg -> {
            assertThat(jpeg.file().frame().progressive()).isFalse();
            assertThat(jpeg.file().colourSpace()).isEqualTo(ColourSpace.YCBCR);
            assertThat(jpeg.file().quality()).isBetween(0.88f, 0.92f);
        });
    }

    @Test
    void recognizesAPng() {
        PictureFacts facts = inspector.inspect(PNG);

        assertThat(facts.format()).isEqualTo(PictureFormat.PNG);
        assertThat(facts.orientation()).isEqualTo(Orientation.TOP_LEFT);
        assertThat(facts)
                .isInstanceOfSatisfying(
                        PngFacts.class,
                        png -> assertThat(png.file().header()).isEqualTo(new PngHeader(90, 60, 2, 8, false)));
    }

    @Test
    void recognizesProgressiveCoding() {
        JpegFile file = jpeg(TestJpeg.of(IMAGE).progressive().bytes());

        assertThat(file.frame().progressive()).isTrue();
        assertThat(file.scans()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @CsvSource({"0, CMYK", "2, YCCK"})
    void recognizesCmykAndYcck(int transform, ColourSpace colours) {
        byte[] inks = TestJpeg.inks(40, 30, new int[] {10, 20, 30, 40}, transform);

        assertThat(jpeg(inks).colourSpace()).isEqualTo(colours);
    }

    @Test
    void readsTheOrientationOfBothFormats() {
        for (int value = 1; value <= 8; value++) {
            byte[] exif = TestJpeg.exif(value);
            byte[] tiff = Arrays.copyOfRange(exif, 6, exif.length);
            byte[] png = TestPng.of(90, 60, 0, 8).with("eXIf", tiff).bytes();

            for (byte[] picture : List.of(TestJpeg.insert(JPEG, 0xE1, exif), png)) {
                PictureFacts facts = inspector.inspect(picture);
                assertThat(facts.orientation().exif()).isEqualTo(value);
                assertThat(facts.uprightWidth()).isEqualTo(value >= 5 ? 60 : 90);
                assertThat(facts.uprightHeight()).isEqualTo(value >= 5 ? 90 : 60);
            }
        }
    }

    @Test
    void readsABigEndianOrientation() {
        byte[] exif = {
            'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0,
            0
        };

        assertThat(inspector.inspect(TestJpeg.insert(JPEG, 0xE1, exif)).orientation())
                .isEqualTo(Orientation.RIGHT_TOP);
    }

    @Test
    void ignoresDamagedExif() {
        byte[] exif = TestJpeg.exif(6);
        for (int cut = 0; cut < exif.length; cut++) {
            byte[] picture = TestJpeg.insert(JPEG, 0xE1, Arrays.copyOf(exif, cut));
            assertThat(inspector.inspect(picture).width()).isEqualTo(90);
        }
        for (int value : new int[] {0, 9, 255, 65_535}) {
            assertThat(inspector
                            .inspect(TestJpeg.insert(JPEG, 0xE1, TestJpeg.exif(value)))
                            .orientation())
                    .isEqualTo(Orientation.TOP_LEFT);
        }
    }

    /** Each directory points to the next one, up to the end of the segment. */
    @Test
    void doesNotFollowChainedDirectories() {
        byte[] exif = new byte[65_000];
        System.arraycopy(TestJpeg.exif(6), 0, exif, 0, 14);
        int directories = (exif.length - 14) / 18 - 1;
        for (int i = 0; i < directories; i++) {
            int at = 14 + 18 * i;
            byte[] entry = {1, 0, 0x69, (byte) 0x87, 4, 0, 1, 0, 0, 0};
            System.arraycopy(entry, 0, exif, at, entry.length);
            int next = at + 18 - 6;
            for (int pointer : new int[] {at + 10, at + 14}) {
                exif[pointer] = (byte) next;
                exif[pointer + 1] = (byte) (next >> 8);
            }
        }

        assertThat(inspector.inspect(TestJpeg.insert(JPEG, 0xE1, exif)).orientation())
                .isEqualTo(Orientation.TOP_LEFT);
    }

    @Test
    void acceptsTheLimitInclusive() {
        PictureInspector exact = new PictureInspector(PictureLimits.DEFAULT.withMaxBytes(JPEG.length));
        PictureInspector less = new PictureInspector(PictureLimits.DEFAULT.withMaxBytes(JPEG.length - 1));

        assertThat(exact.inspect(JPEG).width()).isEqualTo(90);
        assertRefused(less, JPEG, PictureException.Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "G",
                "GIF89a..........",
                "RIFF....WEBPVP8 ....",
                "%PDF-1.7 ........",
                "BM..............",
                "....ftypheic....",
                "II*.............",
                "<svg xmlns='...'/>",
                "图片"
            })
    void refusesOtherFormats(String content) {
        assertRefused(content.getBytes(StandardCharsets.UTF_8), PictureException.Kind.UNSUPPORTED_FORMAT);
    }

    @Test
    void refusesATruncatedPngSignature() {
        assertRefused(Arrays.copyOf(PNG, 7), PictureException.Kind.UNSUPPORTED_FORMAT);
    }

    @Test
    void refusesAJpegCutAnywhere() {
        for (byte[] jpeg : List.of(JPEG, TestJpeg.of(IMAGE).progressive().bytes())) {
            for (int length = 4; length < jpeg.length; length++) {
                assertRefused(Arrays.copyOf(jpeg, length), PictureException.Kind.UNREADABLE);
            }
        }
    }

    @Test
    void refusesAPngCutAnywhere() {
        for (int length = 8; length < PNG.length; length++) {
            assertRefused(Arrays.copyOf(PNG, length), PictureException.Kind.UNREADABLE);
        }
    }

    @Test
    void refusesEveryFlippedBitInAPng() {
        byte[] png = TestPng.of(8, 8, 0, 8).bytes();
        for (int i = 8; i < png.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] broken = png.clone();
                broken[i] ^= (byte) (1 << bit);
                assertRefused(broken, PictureException.Kind.UNREADABLE);
            }
        }
    }

    @Test
    void ignoresBytesAfterTheEnd() {
        byte[] tail = TestPictures.photo(30, 30);

        for (byte[] picture : List.of(JPEG, PNG)) {
            assertThat(inspector.inspect(TestJpeg.concat(picture, tail)))
                    .usingRecursiveComparison()
                    .ignoringFields("file.bytes")
                    .isEqualTo(inspector.inspect(picture));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
    void refusesLosslessHierarchicalAndArithmeticJpegs(int frame) {
        byte[] jpeg = JPEG.clone();
        jpeg[TestJpeg.find(jpeg, 0xC0) + 1] = (byte) frame;
        assertRefused(jpeg, PictureException.Kind.UNREADABLE);
    }

    /** Offset in the frame header after its marker, and the value there. */
    @ParameterizedTest
    @CsvSource({"2, 12", "7, 2", "7, 0", "9, 0", "9, 16", "9, 80", "10, 4", "11, 1"})
    void refusesABrokenFrame(int offset, int value) {
        byte[] jpeg = JPEG.clone();
        int frame = TestJpeg.find(jpeg, 0xC0);
        jpeg[frame + 2 + offset] = (byte) value;
        assertRefused(jpeg, PictureException.Kind.UNREADABLE);
    }

    @Test
    void refusesAFrameWithoutSides() {
        for (int side : new int[] {5, 7}) {
            byte[] jpeg = JPEG.clone();
            int at = TestJpeg.find(jpeg, 0xC0) + side;
            jpeg[at] = 0;
            jpeg[at + 1] = 0;
            assertRefused(jpeg, PictureException.Kind.UNREADABLE);
        }
    }

    @Test
    void refusesASecondFrame() {
        int frame = TestJpeg.find(JPEG, 0xC0);
        byte[] second = Arrays.copyOfRange(JPEG, frame, frame + 19);
        byte[] jpeg = TestJpeg.concat(Arrays.copyOf(JPEG, frame), second, Arrays.copyOfRange(JPEG, frame, JPEG.length));
        assertRefused(jpeg, PictureException.Kind.UNREADABLE);
    }

    @Test
    void refusesGarbageBetweenSegments() {
        int frame = TestJpeg.find(JPEG, 0xC0);
        byte[] jpeg = TestJpeg.concat(
                Arrays.copyOf(JPEG, frame), new byte[] {1, 2, 3}, Arrays.copyOfRange(JPEG, frame, JPEG.length));
        assertRefused(jpeg, PictureException.Kind.UNREADABLE);
    }

    @Test
    void acceptsFillBytesBeforeAMarker() {
        int frame = TestJpeg.find(JPEG, 0xC0);
        byte[] fill = {(byte) 0xFF, (byte) 0xFF};
        byte[] jpeg = TestJpeg.concat(Arrays.copyOf(JPEG, frame), fill, Arrays.copyOfRange(JPEG, frame, JPEG.length));

        assertThat(inspector.inspect(jpeg).width()).isEqualTo(90);
    }

    @Test
    void refusesAScanOfTheSameComponentsAgain() {
        int scan = TestJpeg.find(JPEG, 0xDA);
        byte[] again = Arrays.copyOfRange(JPEG, scan, JPEG.length);
        byte[] jpeg = TestJpeg.concat(Arrays.copyOf(JPEG, JPEG.length - 2), again);
        assertRefused(jpeg, PictureException.Kind.UNREADABLE);
    }

    @Test
    void refusesAJpegWithoutPicture() {
        byte[] end = {(byte) 0xFF, (byte) 0xD9};
        assertRefused(TestJpeg.concat(Arrays.copyOf(JPEG, 2), end), PictureException.Kind.UNREADABLE);
        int scan = TestJpeg.find(JPEG, 0xDA);
        assertRefused(TestJpeg.concat(Arrays.copyOf(JPEG, scan), end), PictureException.Kind.UNREADABLE);
    }

    @Test
    void refusesATinyFileThatClaimsManyPixels() {
        assertRefused(sized(65_500, 65_500), PictureException.Kind.TOO_MANY_PIXELS);
        assertRefused(sized(16_385, 8), PictureException.Kind.TOO_MANY_PIXELS);
        assertRefused(sized(8, 16_385), PictureException.Kind.TOO_MANY_PIXELS);
        assertRefused(sized(8_000, 5_001), PictureException.Kind.TOO_MANY_PIXELS);
        // within the limits, but no such number of blocks fits into so few bytes
        assertRefused(sized(8_000, 5_000), PictureException.Kind.UNREADABLE);
    }

    private static byte[] sized(int width, int height) {
        byte[] jpeg = JPEG.clone();
        int frame = TestJpeg.find(jpeg, 0xC0);
        jpeg[frame + 5] = (byte) (height >> 8);
        jpeg[frame + 6] = (byte) height;
        jpeg[frame + 7] = (byte) (width >> 8);
        jpeg[frame + 8] = (byte) width;
        return jpeg;
    }

    @Test
    void acceptsALargePictureWithinTheLimits() {
        byte[] jpeg = TestJpeg.of(TestPictures.plain(4_000, 3_000, Color.WHITE))
                .progressive()
                .bytes();

        assertThat(inspector.inspect(jpeg).pixels()).isEqualTo(12_000_000);
    }

    @Test
    void refusesHundredsOfScans() {
        byte[] jpeg = TestJpeg.of(TestPictures.plain(4_000, 4_000, Color.WHITE))
                .progressive()
                .bytes();
        // a scan of the 63rd coefficient that says: no block has one
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 63, 63, 0, 0};
        List<byte[]> parts = new ArrayList<>(List.of(Arrays.copyOf(jpeg, jpeg.length - 2)));
        for (int i = 0; i < 60; i++) {
            parts.add(scan);
        }
        parts.add(new byte[] {(byte) 0xFF, (byte) 0xD9});
        assertRefused(TestJpeg.concat(parts.toArray(byte[][]::new)), PictureException.Kind.TOO_MANY_PIXELS);
    }

    @ParameterizedTest
    @CsvSource({"50000, 50000", "16385, 1", "1, 16385", "8000, 5001", "2147483647, 2147483647"})
    void refusesAPngOfTooManyPixels(int width, int height) {
        byte[] png = TestPng.file(
                TestPng.header(width, height, 1, 0, 0), TestPng.chunk("IDAT", new byte[10]), TestPng.chunk("IEND"));
        assertThat(png.length).isLessThan(80);
        assertRefused(png, PictureException.Kind.TOO_MANY_PIXELS);
    }

    @Test
    void refusesAPngWithTooLittleDataForItsPixels() {
        byte[] png = TestPng.file(
                TestPng.header(8_000, 5_000, 16, 6, 0), TestPng.chunk("IDAT", new byte[100]), TestPng.chunk("IEND"));
        assertRefused(png, PictureException.Kind.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 8, 2, 0",
        "5, 0, 8, 2, 0",
        "-1, 5, 8, 2, 0",
        "5, 5, 4, 2, 0",
        "5, 5, 16, 3, 0",
        "5, 5, 8, 1, 0",
        "5, 5, 3, 0, 0",
        "5, 5, 8, 7, 0",
        "5, 5, 8, 2, 2"
    })
    void refusesAnImpossibleHeader(int width, int height, int depth, int colourType, int interlace) {
        byte[] png = TestPng.file(
                TestPng.header(width, height, depth, colourType, interlace),
                TestPng.chunk("PLTE", new byte[3]),
                TestPng.chunk("IDAT", TestPng.deflated(new byte[400])),
                TestPng.chunk("IEND"));
        assertRefused(png, PictureException.Kind.UNREADABLE);
    }

    enum WrongOrder {
        NO_HEADER("IDAT IEND"),
        HEADER_SECOND("tEXt IHDR IDAT IEND"),
        TWO_HEADERS("IHDR IHDR IDAT IEND"),
        NO_DATA("IHDR IEND"),
        DATA_INTERRUPTED("IHDR IDAT tIME IDAT IEND"),
        NO_END("IHDR IDAT"),
        UNKNOWN_CRITICAL("IHDR ABcD IDAT IEND"),
        PALETTE_AFTER_DATA("IHDR IDAT PLTE IEND"),
        TWO_PALETTES("IHDR PLTE PLTE IDAT IEND"),
        NO_LETTERS("IHDR a1cd IDAT IEND");

        private final String chunks;

        WrongOrder(String chunks) {
            this.chunks = chunks;
        }
    }

    @ParameterizedTest
    @EnumSource(WrongOrder.class)
    void refusesChunksOutOfOrder(WrongOrder order) {
        assertRefused(file(order.chunks, 2), PictureException.Kind.UNREADABLE);
    }

    @Test
    void refusesAPaletteThatIsMissingOrForbidden() {
        assertRefused(file("IHDR IDAT IEND", 3), PictureException.Kind.UNREADABLE);
        assertRefused(file("IHDR PLTE IDAT IEND", 0), PictureException.Kind.UNREADABLE);
        assertThat(inspector.inspect(file("IHDR PLTE IDAT IDAT tIME IEND", 3)).width())
                .isEqualTo(5);
    }

    private static byte[] file(String chunks, int colourType) {
        byte[] data = TestPng.deflated(new byte[5 * 16]);
        return TestPng.file(Arrays.stream(chunks.split(" "))
                .map(type -> switch (type) {
                    case "IHDR" -> TestPng.header(5, 5, 8, colourType, 0);
                    case "IDAT" -> TestPng.chunk("IDAT", data);
                    case "PLTE" -> TestPng.chunk("PLTE", new byte[3]);
                    default -> TestPng.chunk(type);
                })
                .toArray(byte[][]::new));
    }

    @Test
    void skipsABrokenAncillaryChunk() {
        byte[] exif = TestJpeg.exif(6);
        byte[] png = TestPng.of(9, 6, 0, 8)
                .with("eXIf", Arrays.copyOfRange(exif, 6, exif.length))
                .bytes();
        png[8 + 25 + 8 + 20] ^= 1;

        assertThat(inspector.inspect(png).orientation()).isEqualTo(Orientation.TOP_LEFT);
    }

    @Test
    void takesTimeInProportionToTheBytes() {
        byte[] manyChunks = TestPng.file(TestJpeg.concat(
                TestPng.header(5, 5, 8, 2, 0), repeated(TestPng.chunk("IDAT"), 16_000), TestPng.chunk("IEND")));
        byte[] manySegments = TestJpeg.concat(
                Arrays.copyOf(JPEG, 2),
                repeated(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 2}, 50_000),
                Arrays.copyOfRange(JPEG, 2, JPEG.length));

        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            assertRefused(manyChunks, PictureException.Kind.UNREADABLE);
            assertThat(inspector.inspect(manySegments).width()).isEqualTo(90);
        });
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[] all = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return all;
    }

    @Test
    void acceptsOrRefusesRandomDamage() {
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = (i % 2 == 0 ? JPEG : PNG).clone();
            for (int flips = 0; flips < 3; flips++) {
                broken[2 + random.nextInt(broken.length - 2)] = (byte) random.nextInt();
            }
            try {
                assertThat(inspector.inspect(broken).pixels()).isPositive();
            } catch (PictureException refusal) {
                assertThat(refusal.kind()).isNotEqualTo(PictureException.Kind.BUSY);
            }
        }
    }

    @Test
    void doesNotAlterTheReceivedBytes() {
        byte[] before = JPEG.clone();
        inspector.inspect(JPEG);
        assertThat(JPEG).isEqualTo(before);
    }

    private void assertRefused(byte[] received, PictureException.Kind kind) {
        assertRefused(inspector, received, kind);
    }

    private static void assertRefused(PictureInspector inspector, byte[] received, PictureException.Kind kind) {
        assertThatThrownBy(() -> inspector.inspect(received))
                .isInstanceOfSatisfying(
                        PictureException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
