package org.medexam.smp.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;

/** Thumbnailator, with a filter that paints the tile. */
final class ThumbnailatorPeer extends JvmPeer {

    @Override
    public String name() {
        return "Thumbnailator";
    }

    @Override
    public byte[] stamped(Sample sample) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        try {
            Thumbnails.of(new ByteArrayInputStream(sample.bytes()))
                    .scale(1)
                    .addFilter(image -> {
                        ImageIoPeer.paint(image, sample.tile());
                        return image;
                    })
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
