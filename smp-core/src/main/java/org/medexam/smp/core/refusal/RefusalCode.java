package org.medexam.smp.core.refusal;

import java.util.Locale;

/** Every way in which SMP refuses, named as the outer contract (§3) names it. */
public enum RefusalCode {
    MALFORMED_REQUEST,
    UPLOAD_MALFORMED,
    TICKET_MISSING,
    TICKET_REFUSED,
    TICKET_EXPIRED,
    TICKET_USED,
    BAD_CREDENTIALS,
    SESSION_EXPIRED,
    NOT_ALLOWED,
    CSRF_REFUSED,
    WINDOW_CLOSED,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    UPLOAD_TIMEOUT,
    UNSUPPORTED_MEDIA_TYPE,
    RANGE_NOT_SATISFIABLE,
    MATERIAL_LOCKED,
    MATERIAL_FULL,
    ALREADY_SUBMITTED,
    REVIEW_STATE_CONFLICT,
    DOSSIER_CHANGED,
    CLAIMED_BY_OTHER,
    RESULT_FINAL,
    IMAGE_TOO_LARGE,
    IMAGE_FORMAT_UNSUPPORTED,
    IMAGE_UNREADABLE,
    IMAGE_TOO_MANY_PIXELS,
    MATERIALS_MISSING,
    COMMITMENT_REQUIRED,
    INVALID,
    TOO_MANY_REQUESTS,
    INTERNAL_ERROR,
    PICTURE_DAMAGED,
    DATABASE_UNAVAILABLE,
    STORAGE_UNAVAILABLE,
    OVERLOADED,
    STORAGE_FULL;

    /** The code on the wire: {@code MATERIAL_LOCKED} is {@code material-locked}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
