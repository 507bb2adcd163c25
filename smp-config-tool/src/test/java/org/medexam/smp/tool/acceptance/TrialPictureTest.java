package org.medexam.smp.tool.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.medexam.smp.core.picture.PicturePipeline;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.mark.DistrictKey;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.mark.Lettering;
import org.medexam.smp.imaging.mark.Strength;

class TrialPictureTest {

    private static final DistrictMark MARK = mark("甘肃 2026", 1);

    private final TrialPicture picture = TrialPicture.drawn();

    private static DistrictMark mark(String text, int secret) {
        byte[] key = new byte[32];
        key[0] = (byte) secret;
        return new DistrictMark(Lettering.of(Lettering.WATERMARK + " " + text), Strength.DEFAULT, new DistrictKey(key));
    }

    private boolean isStamped(byte[] fetched) {
        return picture.isStampedIn(fetched, MARK);
    }

    private byte[] stamped() {
        return stamped(MARK);
    }

    private byte[] stamped(DistrictMark mark) {
        PicturePipeline pictures = new PicturePipeline(PictureLimits.DEFAULT, mark);
        return pictures.stamp(pictures.inspect(picture.bytes())).bytes();
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
        assertThat(isStamped(stamped())).isTrue();
        assertThat(isStamped(after((pen, stamped, sent) -> {})))
                .as("encoded once more")
                .isTrue();
    }

    @Test
    void isNotSatisfiedWithLess() throws Exception {
        assertThat(isStamped(picture.bytes())).as("unstamped").isFalse();
        assertThat(isStamped(new byte[0])).as("nothing").isFalse();
        assertThat(isStamped(stamped(mark("甘肃 2026", 2))))
                .as("another district's secret")
                .isFalse();
        assertThat(isStamped(stamped(mark("青海省", 1)))).as("another text").isFalse();
        assertThat(isStamped(after(
                        (pen, stamped, sent) -> pen.drawImage(sent.getSubimage(800, 600, 400, 300), 800, 600, null))))
                .as("one corner without")
                .isFalse();
        assertThat(isStamped(after((pen, stamped, sent) -> {
                    pen.drawImage(sent, 0, 0, null);
                    pen.fillRect(100, 400, 1000, 60);
                })))
                .as("another mark")
                .isFalse();
        assertThat(isStamped(after((pen, stamped, sent) -> {
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
