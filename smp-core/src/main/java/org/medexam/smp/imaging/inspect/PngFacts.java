package org.medexam.smp.imaging.inspect;

import org.medexam.smp.imaging.png.PngFile;

/**
 * An accepted PNG.
 *
 * @param file the parsed file
 * @param orientation the orientation in which the picture is stored
 */
public record PngFacts(PngFile file, Orientation orientation) implements PictureFacts {

    @Override
    public PictureFormat format() {
        return PictureFormat.PNG;
    }

    @Override
    public byte[] bytes() {
        return file.bytes();
    }

    @Override
    public int width() {
        return file.header().width();
    }

    @Override
    public int height() {
        return file.header().height();
    }

    @Override
    public boolean grey() {
        return file.header().grey();
    }
}
