package org.medexam.smp.imaging.inspect;

import org.medexam.smp.imaging.jpeg.ColourSpace;
import org.medexam.smp.imaging.jpeg.JpegFile;

/**
 * An accepted JPEG.
 *
 * @param file the parsed file
 * @param orientation the orientation in which the picture is stored
 */
public record JpegFacts(JpegFile file, Orientation orientation) implements PictureFacts {

    @Override
    public PictureFormat format() {
        return PictureFormat.JPEG;
    }

    @Override
    public byte[] bytes() {
        return file.bytes();
    }

    @Override
    public int width() {
        return file.frame().width();
    }

    @Override
    public int height() {
        return file.frame().height();
    }

    @Override
    public boolean grey() {
        return file.colourSpace() == ColourSpace.GREY;
    }
}
