package org.medexam.smp.tool.window;

import javax.swing.AbstractButton;
import javax.swing.JLabel;

/**
 * The words of a label or a button, with the letter that reaches it by Alt: written {@code 浏览(&B)…} in the file of
 * words and shown as {@code 浏览(B)…}.
 *
 * @param letter a capital, or 0 for none
 */
record Caption(String text, char letter, int place) {

    static Caption of(String words) {
        int sign = words.indexOf('&');
        if (sign < 0 || sign == words.length() - 1) {
            return new Caption(words, (char) 0, -1);
        }
        return new Caption(
                words.substring(0, sign) + words.substring(sign + 1),
                Character.toUpperCase(words.charAt(sign + 1)),
                sign);
    }

    void on(AbstractButton button) {
        button.setText(text);
        if (letter != 0) {
            button.setMnemonic(letter);
            button.setDisplayedMnemonicIndex(place);
        }
    }

    void on(JLabel label) {
        label.setText(text);
        if (letter != 0) {
            label.setDisplayedMnemonic(letter);
            label.setDisplayedMnemonicIndex(place);
        }
    }
}
