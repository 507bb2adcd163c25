package org.medexam.smp.imaging.inspect;

/**
 * An accepted picture: what its structure says, and the parsed file itself, so that it is parsed once. Only a parser
 * creates the parsed file.
 */
public sealed interface PictureFacts permits JpegFacts, PngFacts {

    /** The format by content. */
    PictureFormat format();

    /** The received bytes. Not to be altered. */
    byte[] bytes();

    /** Width in pixels as stored, before the orientation is applied. */
    int width();

    /** Height in pixels as stored, before the orientation is applied. */
    int height();

    /** The orientation in which the picture is stored. */
    Orientation orientation();

    /** Whether the coding has no colour. */
    boolean grey();

    /** Width of the upright picture in pixels. */
    default int uprightWidth() {
        return orientation().swapsSides() ? height() : width();
    }

    /** Height of the upright picture in pixels. */
    default int uprightHeight() {
        return orientation().swapsSides() ? width() : height();
    }

    default long pixels() {
        return (long) width() * height();
    }
}
