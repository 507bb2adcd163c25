package org.medexam.smp.core.password;

/** Why a new password is not taken; the words are the caller's. */
public enum PasswordFault {
    /** Fewer than {@link PasswordRules#MIN_LENGTH} characters. */
    TOO_SHORT,
    /** More than {@link PasswordRules#MAX_LENGTH} characters. */
    TOO_LONG,
    /** Is the user name, or holds one of four characters or more. */
    LIKE_USER_NAME,
    /** Fewer than {@link PasswordRules#MIN_DIFFERENT} different characters. */
    TOO_UNIFORM
}
