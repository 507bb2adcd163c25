package org.medexam.smp.imaging;

import java.time.Duration;
import java.util.Optional;

/** A picture is not processed. The message is for the log and holds no personal data. */
public final class PictureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why the picture is not processed. */
    public enum Kind {
        /** The file has more bytes than the limit. */
        TOO_LARGE,
        /** The content is neither JPEG nor PNG. */
        UNSUPPORTED_FORMAT,
        /** Pixels, sides, or the work of decoding exceed the limit. */
        TOO_MANY_PIXELS,
        /** The file breaks its standard, or uses a coding that no browser shows. */
        UNREADABLE,
        /** The memory to decode the picture is in use. */
        BUSY
    }

    private final Kind kind;
    private final Duration retryAfter;

    private PictureException(Kind kind, String reason, Throwable cause, Duration retryAfter) {
        super(reason, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** @param reason what is wrong, for the log */
    public PictureException(Kind kind, String reason) {
        this(kind, reason, null, null);
    }

    /** @param reason what is wrong, for the log */
    public PictureException(Kind kind, String reason, Throwable cause) {
        this(kind, reason, cause, null);
    }

    /**
     * An exception of the kind {@link Kind#BUSY}.
     *
     * @param retryAfter when memory is probably free again
     */
    public static PictureException busy(String reason, Throwable cause, Duration retryAfter) {
        return new PictureException(Kind.BUSY, reason, cause, retryAfter);
    }

    public Kind kind() {
        return kind;
    }

    /** When to try again; empty unless the kind is {@link Kind#BUSY}. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
