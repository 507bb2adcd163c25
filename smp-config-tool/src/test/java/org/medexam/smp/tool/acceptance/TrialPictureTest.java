package org.medexam.smp.tool.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.medexam.smp.core.picture.PictureInspector;
import org.medexam.smp.core.picture.PictureLimits;
import org.medexam.smp.core.pixel.DecodePermits;
import org.medexam.smp.core.stamp.Lettering;
import org.medexam.smp.core.stamp.PixelStamper;

class TrialPictureTest {

    private final TrialPicture picture = TrialPicture.drawn();

    private byte[] stamped() {
        return new PixelStamper(new DecodePermits(1L << 28, Duration.ofSeconds(1)), Lettering.of(Lettering.WATERMARK))
                .stamp(picture.bytes(), new PictureInspector(PictureLimits.DEFAULT).inspect(picture.bytes()))
                .bytes();
    }

    private interface Change {
        void draw(Graphics2D pen, BufferedImage stamped, BufferedImage sent);
    }

    private byte[] after(Change change) throws Exception {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(stamped()));
        change.draw(whole.createGraphics(), whole, ImageIO.read(new ByteArrayInputStream(picture.bytes())));
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(whole, "jpg", jpeg);
        return jpeg.toByteArray();
    }

    @Test
    void isSmallEnoughForEveryDistrict() {
        assertThat(picture.bytes()).hasSizeLessThan(200_000);
    }

    @Test
    void knowsItselfWithTheWatermark() throws Exception {
        assertThat(picture.isStampedIn(stamped())).isTrue();
        assertThat(picture.isStampedIn(after((pen, stamped, sent) -> {})))
                .as("encoded once more")
                .isTrue();
    }

    @Test
    void isNotSatisfiedWithLess() throws Exception {
        assertThat(picture.isStampedIn(picture.bytes())).as("unstamped").isFalse();
        assertThat(picture.isStampedIn(new byte[0])).as("nothing").isFalse();
        assertThat(picture.isStampedIn(after(
                        (pen, stamped, sent) -> pen.drawImage(sent.getSubimage(800, 600, 400, 300), 800, 600, null))))
                .as("one corner without")
                .isFalse();
        assertThat(picture.isStampedIn(after((pen, stamped, sent) -> {
                    pen.drawImage(sent, 0, 0, null);
                    pen.fillRect(100, 400, 1000, 60);
                })))
                .as("another mark")
                .isFalse();
        assertThat(picture.isStampedIn(after((pen, stamped, sent) -> {
                    pen.setColor(java.awt.Color.GRAY);
                    pen.fillRect(0, 0, 1200, 900);
                })))
                .as("another picture")
                .isFalse();
    }

    @Test
    void seesItsRemark() {
        assertThat(TrialPicture.hasRemark(picture.bytes())).isTrue();
        assertThat(TrialPicture.hasRemark(stamped())).isFalse();
    }
}
