package org.medexam.smp.imaging.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.imaging.coefficient.SampleJpegs;
import org.medexam.smp.imaging.coefficient.block.BlockEdit;
import org.medexam.smp.imaging.coefficient.write.NotEncodable;
import org.medexam.smp.imaging.inspect.Orientation;
import org.medexam.smp.imaging.jpeg.scan.DecodableJpeg;
import org.medexam.smp.imaging.jpeg.scan.UnsupportedCoding;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.mark.MarkPosition;
import org.medexam.smp.imaging.mark.MarkSpectrum;
import org.medexam.smp.imaging.mark.MarkTile;

/**
 * Compares pictures and stamped pictures as decoded by {@code djpeg} of libjpeg-turbo: luma changes only in the blocks of
 * the mark, chroma nowhere.
 *
 * <p>{@code -Dbeside.pictures=FOLDER} adds the upright JPEGs of a folder.
 */
class BesideTheMarkTest {

    private static final int BLOCK = 8;
    private static final double MAX_GROWTH = 1.12;

    private final DistrictMark mark = Stamping.mark("one district's secret");
    private final CoefficientStamper stamper =
            new CoefficientStamper(new PixelStamper(Stamping.PERMITS, mark), Stamping.PERMITS, mark);

    @TempDir
    Path folder;

    /** A PGM or PPM written by djpeg. */
    private record Samples(int width, int height, int bands, byte[] raw) {

        static Samples parse(byte[] file) {
            String[] head = new String(file, 0, Math.min(64, file.length), StandardCharsets.ISO_8859_1).split("\\s", 5);
            int bands = head[0].equals("P6") ? 3 : 1;
            int width = Integer.parseInt(head[1]);
            int height = Integer.parseInt(head[2]);
            int length = width * height * bands;
            return new Samples(width, height, bands, Arrays.copyOfRange(file, file.length - length, file.length));
        }

        int get(int pixel, int band) {
            return raw[pixel * bands + band] & 0xFF;
        }
    }

    private Samples decoded(byte[] jpeg, String... options) throws IOException, InterruptedException {
        Path in = Files.write(folder.resolve("in.jpg"), jpeg);
        Path out = folder.resolve("out.pnm");
        List<String> command = new ArrayList<>(List.of("djpeg", "-strict", "-outfile", out.toString()));
        command.addAll(List.of(options));
        command.add(in.toString());
        Process djpeg = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(djpeg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(djpeg.waitFor()).as(said).isZero();
        return Samples.parse(Files.readAllBytes(out));
    }

    @Test
    void changesNoOtherSampleForDjpeg() throws Exception {
        for (byte[] jpeg : SampleJpegs.kinds(643, 481)) {
            check(jpeg, stamper.stampCoefficients(Stamping.jpeg(jpeg)).bytes());
        }
    }

    @Test
    void changesNoOtherSampleOfThePicturesOfAFolder() throws Exception {
        String given = System.getProperty("beside.pictures", "");
        double in = 0;
        double out = 0;
        int pictures = 0;
        for (byte[] jpeg : given.isEmpty() ? SampleJpegs.kinds(1203, 902) : upright(Path.of(given))) {
            try {
                byte[] stamped = stamper.stampCoefficients(Stamping.jpeg(jpeg)).bytes();
                check(jpeg, stamped);
                in += jpeg.length;
                out += stamped.length;
                pictures++;
            } catch (UnsupportedCoding | NotEncodable byPixels) {
                // four inks and the like have no block to compare
                continue;
            }
        }
        assertThat(pictures).isPositive();
        System.out.printf("%d JPEGs: nothing changed beside the mark; bytes out / in %.3f%n", pictures, out / in);
        assertThat(out / in).isLessThanOrEqualTo(MAX_GROWTH);
    }

    private static List<byte[]> upright(Path pictures) throws IOException {
        List<byte[]> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(pictures)) {
            for (Path file : files.filter(f -> f.toString().matches("(?i).*\\.jpe?g"))
                    .sorted()
                    .toList()) {
                byte[] jpeg = Files.readAllBytes(file);
                if (Stamping.inspect(jpeg).orientation() == Orientation.TOP_LEFT) {
                    found.add(jpeg);
                }
            }
        }
        return found;
    }

    private void check(byte[] jpeg, byte[] stamped) throws IOException, InterruptedException {
        Samples before = decoded(jpeg, "-grayscale");
        Samples after = decoded(stamped, "-grayscale");
        boolean[] touched = touched(jpeg, before.width(), before.height());
        int columns = (before.width() + BLOCK - 1) / BLOCK;
        int changed = 0;
        for (int i = 0; i < before.raw().length; i++) {
            boolean same = before.raw()[i] == after.raw()[i];
            if (!same && !touched[i / before.width() / BLOCK * columns + i % before.width() / BLOCK]) {
                throw new AssertionError("luma of pixel " + i + " changed beside the mark");
            }
            changed += same ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(before.raw().length / 100);
        sameColours(decoded(jpeg), decoded(stamped));
    }

    /** With equal chroma, red, green and blue change equally (T.871, clause 7), unless one of them is clipped. */
    private static void sameColours(Samples before, Samples after) {
        for (int i = 0; before.bands() == 3 && i < before.width() * before.height(); i++) {
            int moved = after.get(i, 1) - before.get(i, 1);
            for (int band = 0; band < 3; band++) {
                boolean free = isFree(before, i, 1)
                        && isFree(after, i, 1)
                        && isFree(before, i, band)
                        && isFree(after, i, band);
                if (free && after.get(i, band) - before.get(i, band) != moved) {
                    throw new AssertionError("chroma of pixel " + i + " changed");
                }
            }
        }
    }

    private static boolean isFree(Samples samples, int pixel, int band) {
        return samples.get(pixel, band) > 0 && samples.get(pixel, band) < 255;
    }

    /** The blocks that the mark plans to change. */
    private boolean[] touched(byte[] jpeg, int width, int height) {
        DecodableJpeg file = SampleJpegs.decodable(jpeg);
        MarkSpectrum spectrum = new MarkSpectrum(MarkTile.render(mark.lettering(), mark.em(width, height)));
        MarkPosition position = mark.key().position(jpeg, width, height, spectrum.lattice());
        CoefficientMark edit = new CoefficientMark(
                spectrum,
                position,
                mark.strength(),
                file.quantization(file.frame().luma()));
        int columns = (width + BLOCK - 1) / BLOCK;
        int rows = (height + BLOCK - 1) / BLOCK;
        boolean[] touched = new boolean[columns * rows];
        int[] handles = new int[columns];
        for (int row = 0; row < rows; row++) {
            edit.plan(row, handles, columns);
            for (int column = 0; column < columns; column++) {
                touched[row * columns + column] = handles[column] != BlockEdit.UNCHANGED;
            }
        }
        return touched;
    }
}
