package org.medexam.smp.imaging.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What of the application segments decides how the samples look. Everything else in them (Exif, XMP, IPTC, comments,
 * thumbnails, makers' notes) is passed over and never written again.
 */
public final class ApplicationData {

    /** Units and density of the picture's points (JFIF 1.02). */
    record Density(int units, int across, int down) {}

    private static final String JFIF = "JFIF";
    private static final String ICC = "ICC_PROFILE";
    private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};
    private static final int JFIF_MAJOR_VERSION = 1;
    private static final int TRANSFORM_RGB = 0;
    private static final int TRANSFORM_YCBCR = 1;
    private static final int JFIF_LENGTH = 14;
    private static final int ADOBE_LENGTH = 12;

    private Density density;
    private Integer transform;
    private final List<byte[]> profileChunks = new ArrayList<>();
    private int announcedChunks;

    void read(int marker, SegmentReader segment) {
        if (marker == Marker.APP0 && segment.isSigned(JFIF) && segment.remaining() >= JFIF_LENGTH) {
            readJfif(segment);
        } else if (marker == Marker.APP14 && segment.remaining() >= ADOBE_LENGTH) {
            readAdobe(segment);
        } else if (marker == Marker.APP2 && segment.isSigned(ICC)) {
            readProfile(segment);
        }
    }

    private void readJfif(SegmentReader segment) {
        segment.bytes(JFIF.length() + 1);
        int major = segment.unsigned8();
        segment.unsigned8();
        if (major != JFIF_MAJOR_VERSION) {
            throw new UnsupportedCoding("JFIF of version " + major);
        }
        density = new Density(segment.unsigned8(), segment.unsigned16(), segment.unsigned16());
    }

    private void readAdobe(SegmentReader segment) {
        if (Arrays.equals(segment.bytes(ADOBE.length), ADOBE)) {
            segment.bytes(ADOBE_LENGTH - ADOBE.length - 1);
            transform = segment.unsigned8();
        }
    }

    private void readProfile(SegmentReader segment) {
        segment.bytes(ICC.length() + 1);
        if (segment.remaining() < 2) {
            return;
        }
        int number = segment.unsigned8();
        announcedChunks = segment.unsigned8();
        // chunks out of order are taken for no profile at all: no writer known sends them so
        if (number == profileChunks.size() + 1) {
            profileChunks.add(segment.bytes(segment.remaining()));
        } else {
            announcedChunks = -1;
        }
    }

    /** Refuses to take on three components that are not luma and two chroma. */
    void mustBeLumaFirst(Frame frame) {
        if (frame.components().size() == 1 || density != null) {
            return;
        }
        if (transform != null) {
            if (transform == TRANSFORM_RGB) {
                throw new UnsupportedCoding("RGB by Adobe's segment");
            }
            if (transform != TRANSFORM_YCBCR) {
                throw new UnsupportedCoding("Adobe transform " + transform);
            }
        } else if (frame.components().get(0).id() == 'R'
                && frame.components().get(1).id() == 'G'
                && frame.components().get(2).id() == 'B') {
            throw new UnsupportedCoding("RGB by the names of its components");
        }
    }

    Optional<Density> density() {
        return Optional.ofNullable(density);
    }

    Optional<Integer> adobeTransform() {
        return Optional.ofNullable(transform);
    }

    /** The colour profile where the colours would change without it. */
    Optional<IccProfile> profile(Frame frame) {
        if (profileChunks.isEmpty() || profileChunks.size() != announcedChunks) {
            return Optional.empty();
        }
        return IccProfile.of(profileChunks)
                .filter(profile -> profile.describes(frame.components().size()) && !profile.isSrgb());
    }
}
