package org.medexam.smp.server.dossier;

import java.util.Arrays;
import java.util.Locale;

/** A dossier's state (contract §4). */
public enum DossierState {
    /** 未提交 */
    DRAFT,
    /** 已提交 */
    SUBMITTED,
    /** 已退回 */
    RETURNED,
    /** 考点审核通过 */
    FIRST_PASSED,
    /** 考点审核不通过 */
    FIRST_FAILED,
    /** 考区复审通过 */
    PASSED,
    /** 审核不通过 */
    FAILED,
    /** 放弃报名 */
    ABANDONED;

    /** Whether no step leads out of this state (I9). */
    public boolean isFinal() {
        return this == PASSED || this == FAILED || this == ABANDONED;
    }

    /**
     * Returns the state that candidate and SP see: until the results are published, at most {@code SUBMITTED} (H10).
     */
    public DossierState seenFromOutside(boolean published) {
        return switch (this) {
            case DRAFT, SUBMITTED, RETURNED -> this;
            case FIRST_PASSED, FIRST_FAILED -> SUBMITTED;
            case PASSED, FAILED, ABANDONED -> published ? this : SUBMITTED;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static DossierState ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no such state: " + code));
    }

    static boolean isCode(String code) {
        return Arrays.stream(values()).anyMatch(state -> state.code().equals(code));
    }
}
