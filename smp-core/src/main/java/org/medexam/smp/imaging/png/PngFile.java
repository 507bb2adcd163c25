package org.medexam.smp.imaging.png;

import java.util.List;
import java.util.Optional;
import org.medexam.smp.imaging.PictureLimits;

/**
 * The parsed chunks of a PNG, from IHDR to IEND; nothing is inflated. What follows IEND is not part of it.
 *
 * @param bytes the whole file; not to be altered
 * @param header the content of IHDR
 * @param chunks critical chunks and intact ancillary ones, in the order of the file
 */
public record PngFile(byte[] bytes, PngHeader header, List<PngChunk> chunks) {

    public PngFile {
        chunks = List.copyOf(chunks);
    }

    /**
     * Parses a PNG in one pass over its bytes.
     *
     * @param bytes begin with the PNG signature; kept and never altered
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} if a critical chunk breaks the specification;
     *     {@code TOO_MANY_PIXELS} if the picture exceeds the limits
     */
    public static PngFile parse(byte[] bytes, PictureLimits limits) {
        return new PngParser(bytes, limits).parse();
    }

    /** The first chunk of a type. */
    public Optional<PngChunk> chunk(String type) {
        return chunks.stream().filter(c -> c.type().equals(type)).findFirst();
    }
}
