package org.medexam.smp.imaging.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureFormat;
import org.medexam.smp.imaging.inspect.TestPictures;
import org.medexam.smp.imaging.pixel.DecodePermits;
import org.medexam.smp.imaging.pixel.PixelGrid;

class ThumbnailerTest {

    private final Stamping stamping = new Stamping();
    private final Thumbnailer thumbnailer = new Thumbnailer(new DecodePermits(64 << 20, Duration.ofSeconds(10)));

    @ParameterizedTest
    @CsvSource({"1600, 1200, 320, 240", "600, 1800, 107, 320", "100, 50, 100, 50", "3000, 2, 320, 1", "1, 1, 1, 1"})
    void keepsProportionsAndEnlargesNothing(int width, int height, int thumbWidth, int thumbHeight) {
        for (byte[] picture : new byte[][] {TestPictures.photo(width, height), TestPictures.scan(width, height)}) {
            PictureFacts facts = Stamping.inspect(
                    thumbnailer.thumbnail(stamping.stamp(picture).bytes()));

            assertThat(facts.format()).isEqualTo(PictureFormat.JPEG);
            assertThat(facts.width()).isEqualTo(thumbWidth);
            assertThat(facts.height()).isEqualTo(thumbHeight);
        }
    }

    @Test
    void showsTheMark() {
        byte[] stamped = stamping.stamp(Stamping.png(TestPictures.plain(1600, 1200, Color.WHITE)))
                .bytes();
        PixelGrid thumbnail = Stamping.decode(thumbnailer.thumbnail(stamped));
        int marked = 0;
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++) {
                marked += Stamping.luma(thumbnail, x, y) < 240 ? 1 : 0;
            }
        }
        assertThat(marked / (320.0 * 240)).isBetween(0.03, 0.2);
    }
}
