package org.medexam.smp.imaging.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The application segments that decide how samples look: JFIF, Adobe, ICC profile. All others (Exif, XMP, IPTC,
 * thumbnails, makers' notes) are skipped and never written again.
 */
public final class ApplicationData {

    /** Units and density of the picture's points (JFIF 1.02). */
    public record Density(int units, int across, int down) {}

    /** The place of a part of an ICC profile (ICC.1:2022, B.4), with its number and the count of parts that it states. */
    public record ProfileChunk(int number, int count, int from, int to) {}

    private static final String JFIF = "JFIF";
    private static final String ICC = "ICC_PROFILE";
    private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};
    private static final int JFIF_LENGTH = 14;
    private static final int ADOBE_LENGTH = 12;

    private final List<Integer> jfifVersions = new ArrayList<>();
    private final List<ProfileChunk> profileChunks = new ArrayList<>();
    private boolean jfif;
    private Density density;
    private OptionalInt adobeTransform = OptionalInt.empty();

    void read(byte[] file, Segment segment) {
        SegmentReader reader = segment.reader(file);
        if (segment.marker() == Marker.APP0 && segment.isSigned(file, JFIF)) {
            jfif = true;
            if (reader.remaining() >= JFIF_LENGTH) {
                readJfif(reader);
            }
        } else if (segment.marker() == Marker.APP14 && reader.remaining() >= ADOBE_LENGTH) {
            readAdobe(reader);
        } else if (segment.marker() == Marker.APP2 && segment.isSigned(file, ICC)) {
            readProfile(reader);
        }
    }

    private void readJfif(SegmentReader reader) {
        reader.skip(JFIF.length() + 1);
        jfifVersions.add(reader.unsigned8());
        reader.skip(1);
        density = new Density(reader.unsigned8(), reader.unsigned16(), reader.unsigned16());
    }

    private void readAdobe(SegmentReader reader) {
        if (Arrays.equals(reader.bytes(ADOBE.length), ADOBE)) {
            reader.skip(ADOBE_LENGTH - ADOBE.length - 1);
            adobeTransform = OptionalInt.of(reader.unsigned8());
        }
    }

    private void readProfile(SegmentReader reader) {
        reader.skip(ICC.length() + 1);
        if (reader.remaining() >= 2) {
            int number = reader.unsigned8();
            int count = reader.unsigned8();
            int from = reader.position();
            profileChunks.add(new ProfileChunk(number, count, from, from + reader.remaining()));
        }
    }

    /** Whether a JFIF segment is present, complete or not. */
    public boolean hasJfif() {
        return jfif;
    }

    /** The major versions of all complete JFIF segments. */
    public List<Integer> jfifVersions() {
        return List.copyOf(jfifVersions);
    }

    /** The density of the last complete JFIF segment. */
    public Optional<Density> density() {
        return Optional.ofNullable(density);
    }

    /** The transform flag of the last Adobe segment. */
    public OptionalInt adobeTransform() {
        return adobeTransform;
    }

    /** The parts of the ICC profile in the order of the file. */
    public List<ProfileChunk> profileChunks() {
        return List.copyOf(profileChunks);
    }
}
