package org.medexam.smp.core.picture;

import java.util.function.Supplier;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.imaging.PictureException;

/** Translates a {@link PictureException} into the refusal of the outer contract (§3). */
public final class PictureRefusals {

    private PictureRefusals() {}

    /**
     * Runs a step of the picture processing.
     *
     * @throws Refusal {@code IMAGE_TOO_LARGE}, {@code IMAGE_FORMAT_UNSUPPORTED}, {@code IMAGE_TOO_MANY_PIXELS},
     *     {@code IMAGE_UNREADABLE}, or {@code OVERLOADED} with a time to try again
     */
    public static <T> T translate(Supplier<T> step) {
        try {
            return step.get();
        } catch (PictureException e) {
            throw refusal(e);
        }
    }

    private static Refusal refusal(PictureException e) {
        Refusal refusal = Refusal.of(code(e.kind()), e.getMessage(), e.getCause());
        e.retryAfter().ifPresent(refusal::retryAfter);
        return refusal;
    }

    private static RefusalCode code(PictureException.Kind kind) {
        return switch (kind) {
            case TOO_LARGE -> RefusalCode.IMAGE_TOO_LARGE;
            case UNSUPPORTED_FORMAT -> RefusalCode.IMAGE_FORMAT_UNSUPPORTED;
            case TOO_MANY_PIXELS -> RefusalCode.IMAGE_TOO_MANY_PIXELS;
            case UNREADABLE -> RefusalCode.IMAGE_UNREADABLE;
            case BUSY -> RefusalCode.OVERLOADED;
        };
    }
}
