package org.medexam.smp.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench in its short form, without sharp, which npm would have to fetch: it runs, and what it compares is stamped. */
class BenchTest {

    @Test
    void comparesEveryKindOfPicture(@TempDir Path folder) throws Exception {
        List<Sample> samples = Bench.samples(new DrawnPictures(folder.resolve("drawn"), 1).drawn(), new Tiles(folder));
        List<Peer> peers = Bench.inThisProcess();

        Report report = new Bench(samples, peers, Pace.SHORT).report();

        for (Kind kind : Kind.values()) {
            assertThat(report.text()).contains("\n" + kind + ", ");
        }
        assertThat(peers)
                .allSatisfy(peer -> assertThat(report.text().lines().filter(line -> line.startsWith(peer.name())))
                        .hasSize(Kind.values().length));
        assertThat(report.text())
                .containsPattern("Bytes out / in over all pictures: [0-9]\\.[0-9]{3}")
                .contains("4 threads stamp ", "The first picture after the start: ");
        assertThat(report.text().lines().filter(line -> line.startsWith("SMP, coefficients")))
                .first()
                .asString()
                .contains("lossless");
        report.plot(folder.resolve("bars"));
        assertThat(ImageIO.read(folder.resolve("bars.png").toFile()).getWidth()).isEqualTo(1000);
    }
}
