package org.medexam.smp.tool.window;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Graphics;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;
import org.medexam.smp.tool.setup.Finding;

/** The line beneath a field: a hint while nothing is known, else what was found. It wraps, and can be copied. */
final class StatusLabel extends JTextArea {

    private static final int SIGN = 13;

    private final String hint;
    private transient MarkIcon sign;

    StatusLabel(String name, String hint) {
        this.hint = hint;
        setName(name);
        setEditable(false);
        setFocusable(false);
        // or the page would be scrolled to whatever was found last
        ((DefaultCaret) getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        setOpaque(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setFont(UIManager.getFont("Label.font")
                .deriveFont(UIManager.getFont("Label.font").getSize2D() - UIScale.scale(1f)));
        hint();
    }

    /** Nothing to say but the hint. */
    void hint() {
        show(null, Theme.GREY, hint);
    }

    /** Something is wrong. */
    void fault(String words) {
        show(MarkIcon.Shape.CROSSED, Theme.RED, words);
    }

    /** All is well. */
    void good(String words) {
        show(MarkIcon.Shape.CHECKED, Theme.GREEN, words);
    }

    /** Worth knowing. */
    void advice(String words) {
        show(MarkIcon.Shape.HINTED, Theme.AMBER, words);
    }

    /** Being found out. */
    void waiting(String words) {
        show(null, Theme.GREY, words);
    }

    /** The gravest of what was found, each with what to do; the hint when there is nothing. */
    void findings(List<Finding> findings) {
        for (Finding.Level level : List.of(Finding.Level.FAULT, Finding.Level.ADVICE, Finding.Level.GOOD)) {
            List<String> lines = findings.stream()
                    .filter(finding -> finding.level() == level)
                    .map(StatusLabel::sentence)
                    .toList();
            if (!lines.isEmpty()) {
                say(level, String.join("\n", lines));
                return;
            }
        }
        hint();
    }

    /** How it is and what to do; after a Chinese full stop there is no space. */
    static String sentence(Finding finding) {
        String remedy = finding.remedy();
        if (remedy == null || remedy.isBlank()) {
            return finding.text();
        }
        boolean wide = finding.text().matches("(?s).*[。！？：；）]");
        return finding.text() + (wide ? "" : " ") + remedy;
    }

    private void say(Finding.Level level, String words) {
        switch (level) {
            case FAULT -> fault(words);
            case ADVICE -> advice(words);
            case GOOD -> good(words);
        }
    }

    private void show(MarkIcon.Shape shape, Color color, String words) {
        sign = shape == null ? null : new MarkIcon(shape, SIGN);
        setForeground(color);
        int left = sign == null ? 0 : sign.getIconWidth() + UIScale.scale(5);
        setBorder(BorderFactory.createEmptyBorder(0, left, 0, 0));
        setText(words);
        // whoever hears the window gets the line with the field, see FormRow
        getAccessibleContext().setAccessibleName(words);
        revalidate();
        repaint();
    }

    /** Whether it tells of a fault. */
    boolean isFault() {
        return sign != null && sign.shape() == MarkIcon.Shape.CROSSED;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (sign != null) {
            int line = getFontMetrics(getFont()).getHeight();
            sign.paintIcon(this, graphics, 0, (line - sign.getIconHeight()) / 2);
        }
    }
}
