package org.medexam.smp.tool.window;

import java.util.Arrays;
import java.util.function.Consumer;
import javax.swing.JPasswordField;

/** A field for a password, which never shows one again: where one is kept already, it says so. */
final class PasswordField extends JPasswordField {

    private boolean clearing;

    /** @param typed takes the password; the array is cleared when it returns */
    PasswordField(Consumer<char[]> typed) {
        super(20);
        Page.onTyping(getDocument(), () -> {
            if (!clearing) {
                char[] password = getPassword();
                typed.accept(password);
                Arrays.fill(password, ' ');
            }
        });
    }

    /** Empties the field without that being typing. */
    void clear() {
        clearing = true;
        setText("");
        clearing = false;
    }

    /** @param words in the empty field */
    void saysWhenEmpty(String words) {
        putClientProperty("JTextField.placeholderText", words);
        getAccessibleContext().setAccessibleDescription(words);
        repaint();
    }
}
