package org.medexam.smp.imaging.planted;

import java.awt.Graphics2D;
import java.nio.file.Path;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.jpeg.JpegFile;

/** One violation of each rule that one class can break. */
final class PlantedInImaging {

    private PlantedInImaging() {}

    static String product() {
        return RefusalCode.INVALID.code();
    }

    static Path file() {
        return Path.of("picture.jpg");
    }

    static JpegFile secondParse(byte[] picture) {
        return JpegFile.parse(picture, PictureLimits.NONE);
    }

    static void font(Graphics2D pen) {
        pen.drawString("", 0, 0);
    }
}
