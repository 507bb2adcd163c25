package org.medexam.smp.server.problem;

import java.util.EnumMap;
import java.util.Map;
import org.medexam.smp.core.refusal.RefusalCode;

/** Maps codes to HTTP statuses: the table of the outer contract, §3. */
final class ProblemTable {

    private static final Map<RefusalCode, Integer> STATUS = new EnumMap<>(RefusalCode.class);

    static {
        put(400, RefusalCode.MALFORMED_REQUEST, RefusalCode.UPLOAD_MALFORMED);
        put(
                401,
                RefusalCode.TICKET_MISSING,
                RefusalCode.TICKET_REFUSED,
                RefusalCode.TICKET_EXPIRED,
                RefusalCode.TICKET_USED,
                RefusalCode.BAD_CREDENTIALS,
                RefusalCode.SESSION_EXPIRED);
        put(403, RefusalCode.NOT_ALLOWED, RefusalCode.CSRF_REFUSED, RefusalCode.WINDOW_CLOSED);
        put(404, RefusalCode.NOT_FOUND);
        put(405, RefusalCode.METHOD_NOT_ALLOWED);
        put(406, RefusalCode.NOT_ACCEPTABLE);
        put(408, RefusalCode.UPLOAD_TIMEOUT);
        put(
                409,
                RefusalCode.MATERIAL_LOCKED,
                RefusalCode.MATERIAL_FULL,
                RefusalCode.ALREADY_SUBMITTED,
                RefusalCode.REVIEW_STATE_CONFLICT,
                RefusalCode.DOSSIER_CHANGED,
                RefusalCode.CLAIMED_BY_OTHER,
                RefusalCode.RESULT_FINAL);
        put(413, RefusalCode.IMAGE_TOO_LARGE);
        put(415, RefusalCode.UNSUPPORTED_MEDIA_TYPE, RefusalCode.IMAGE_FORMAT_UNSUPPORTED);
        put(416, RefusalCode.RANGE_NOT_SATISFIABLE);
        put(
                422,
                RefusalCode.IMAGE_UNREADABLE,
                RefusalCode.IMAGE_TOO_MANY_PIXELS,
                RefusalCode.MATERIALS_MISSING,
                RefusalCode.COMMITMENT_REQUIRED,
                RefusalCode.INVALID);
        put(429, RefusalCode.TOO_MANY_REQUESTS);
        put(500, RefusalCode.INTERNAL_ERROR, RefusalCode.PICTURE_DAMAGED);
        put(503, RefusalCode.DATABASE_UNAVAILABLE, RefusalCode.STORAGE_UNAVAILABLE, RefusalCode.OVERLOADED);
        put(507, RefusalCode.STORAGE_FULL);
    }

    private ProblemTable() {}

    private static void put(int status, RefusalCode... codes) {
        for (RefusalCode code : codes) {
            STATUS.put(code, status);
        }
    }

    static int status(RefusalCode code) {
        return STATUS.get(code);
    }

    /** The code of a status that the container or JAX-RS has set. */
    static RefusalCode codeOf(int status) {
        return switch (status) {
            case 401 -> RefusalCode.TICKET_MISSING;
            case 403 -> RefusalCode.NOT_ALLOWED;
            case 404 -> RefusalCode.NOT_FOUND;
            case 405, 501 -> RefusalCode.METHOD_NOT_ALLOWED;
            case 406 -> RefusalCode.NOT_ACCEPTABLE;
            case 408 -> RefusalCode.UPLOAD_TIMEOUT;
            case 413 -> RefusalCode.IMAGE_TOO_LARGE;
            case 415 -> RefusalCode.UNSUPPORTED_MEDIA_TYPE;
            case 416 -> RefusalCode.RANGE_NOT_SATISFIABLE;
            case 429 -> RefusalCode.TOO_MANY_REQUESTS;
            case 503 -> RefusalCode.OVERLOADED;
            default -> status >= 400 && status < 500 ? RefusalCode.MALFORMED_REQUEST : RefusalCode.INTERNAL_ERROR;
        };
    }
}
