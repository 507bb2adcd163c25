package org.medexam.smp.imaging.inspect;

import org.medexam.smp.imaging.jpeg.ColourSpace;

/**
 * What the structure of an accepted picture says.
 *
 * @param format by content
 * @param width pixels as stored, before the orientation is applied
 * @param height pixels as stored, before the orientation is applied
 * @param orientation how it has to be turned to stand upright
 * @param coding how its samples are coded
 */
public record PictureFacts(PictureFormat format, int width, int height, Orientation orientation, Coding coding) {

    /** Width of the upright picture in pixels. */
    public int uprightWidth() {
        return orientation.swapsSides() ? height : width;
    }

    /** Height of the upright picture in pixels. */
    public int uprightHeight() {
        return orientation.swapsSides() ? width : height;
    }

    public long pixels() {
        return (long) width * height;
    }

    /** How the samples of a picture are coded; one form per format. */
    public sealed interface Coding {

        /** Whether the picture holds no colour by its coding. */
        boolean grey();
    }

    /**
     * @param progressive SOF2; otherwise SOF0 or SOF1
     * @param colours what the components mean
     * @param scans how many times the decoder goes over the picture
     * @param quality at which it was saved, 0..1
     */
    public record JpegCoding(boolean progressive, ColourSpace colours, int scans, float quality) implements Coding {
        @Override
        public boolean grey() {
            return colours == ColourSpace.GREY;
        }
    }

    /**
     * @param colourType 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha (PNG 11.2.1)
     * @param bitDepth 1, 2, 4, 8 or 16 bits a sample
     * @param interlaced Adam7
     */
    public record PngCoding(int colourType, int bitDepth, boolean interlaced) implements Coding {
        @Override
        public boolean grey() {
            return colourType == 0 || colourType == 4;
        }
    }
}
