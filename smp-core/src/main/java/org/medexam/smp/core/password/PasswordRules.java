package org.medexam.smp.core.password;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a new password must look like: long rather than ornate (NIST SP 800-63B §5.1.1.2). */
public final class PasswordRules {

    public static final int MIN_LENGTH = 10;
    public static final int MAX_LENGTH = 128;
    public static final int MIN_DIFFERENT = 5;

    /** A shorter user name stands in a password by chance. */
    private static final int TELLING_NAME = 4;

    private PasswordRules() {}

    /** Everything that is wrong with the password; empty when it will do. Case does not make a password differ. */
    public static Set<PasswordFault> faults(String userName, char[] password) {
        String text = new String(password).toLowerCase(Locale.ROOT);
        String name = userName.toLowerCase(Locale.ROOT);
        Set<PasswordFault> faults = EnumSet.noneOf(PasswordFault.class);
        long length = text.codePoints().count();
        if (length < MIN_LENGTH) {
            faults.add(PasswordFault.TOO_SHORT);
        }
        if (length > MAX_LENGTH) {
            faults.add(PasswordFault.TOO_LONG);
        }
        if (text.equals(name) || name.length() >= TELLING_NAME && text.contains(name)) {
            faults.add(PasswordFault.LIKE_USER_NAME);
        }
        if (text.codePoints().distinct().count() < MIN_DIFFERENT) {
            faults.add(PasswordFault.TOO_UNIFORM);
        }
        return faults;
    }
}
