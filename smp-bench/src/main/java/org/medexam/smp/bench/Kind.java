package org.medexam.smp.bench;

import java.util.List;
import org.medexam.smp.imaging.inspect.JpegFacts;
import org.medexam.smp.imaging.inspect.Orientation;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureFormat;

/** Kinds of pictures that cost differently. */
enum Kind {
    SEQUENTIAL("sequential JPEG, upright"),
    TURNED("sequential JPEG, turned"),
    PROGRESSIVE("progressive JPEG"),
    PNG("PNG");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    static Kind of(PictureFacts facts) {
        if (facts.format() == PictureFormat.PNG) {
            return PNG;
        }
        if (facts instanceof JpegFacts jpeg && jpeg.file().frame().progressive()) {
            return PROGRESSIVE;
        }
        return facts.orientation() == Orientation.TOP_LEFT ? SEQUENTIAL : TURNED;
    }

    List<Sample> of(List<Sample> samples) {
        return samples.stream().filter(sample -> of(sample.facts()) == this).toList();
    }

    @Override
    public String toString() {
        return words;
    }
}
