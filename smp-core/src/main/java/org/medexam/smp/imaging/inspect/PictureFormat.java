package org.medexam.smp.imaging.inspect;

/** The formats of the outer contract (§4), recognized by content and never by name or declared type. */
public enum PictureFormat {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png");

    private final String mediaType;
    private final String extension;

    PictureFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The value of {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file name, without the dot. */
    public String extension() {
        return extension;
    }
}
