package org.medexam.smp.tool.window;

import java.util.List;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.Finding;

/**
 * A line of a form: label, field, what stands beside the field, and beneath it the note. The words are
 * {@code window.<name>} for the label and {@code window.<name>.hint} for the note.
 */
final class FormRow {

    private final JLabel label = new JLabel();
    private final JComponent field;
    private final JComponent[] beside;
    private final StatusLabel note;

    /**
     * @param form of two columns, labels and fields
     * @param name of the row; the field is named so too
     * @param width of the field in MigLayout's words, e.g. {@code w 110!}; what stands beside it follows at once
     */
    FormRow(ToolMessages texts, JPanel form, String name, JComponent field, String width, JComponent... beside) {
        this.field = field;
        this.beside = beside;
        field.setName(name);
        Caption.of(texts.say("window." + name)).on(label);
        label.setName(name + ".label");
        label.setLabelFor(field);
        note = new StatusLabel(name + ".note", texts.say("window." + name + ".hint"));
        form.add(label, "newline");
        boolean wide = width.contains("growx");
        form.add(field, width + (beside.length == 0 ? "" : ", split " + (1 + beside.length)));
        for (JComponent other : beside) {
            boolean last = other == beside[beside.length - 1];
            form.add(
                    other,
                    "grow 0" + (last && !wide ? ", gapright push" : "")
                            + (other instanceof JLabel ? ", gapleft 10" : ""));
        }
        form.add(note, "newline, skip 1, growx, wmin 0, gaptop 0, gapbottom 5");
    }

    /** A field over the whole width. */
    static FormRow wide(ToolMessages texts, JPanel form, String name, JComponent field, JComponent... beside) {
        return new FormRow(texts, form, name, field, "growx, pushx, wmin 120", beside);
    }

    StatusLabel note() {
        return note;
    }

    /** Shows what was found, and marks the field where that is a fault. */
    void findings(List<Finding> findings) {
        note.findings(findings);
        outline();
    }

    void fault(String words) {
        note.fault(words);
        outline();
    }

    void good(String words) {
        note.good(words);
        outline();
    }

    void hint() {
        note.hint();
        outline();
    }

    private void outline() {
        Theme.outline(field, note.isFault());
        field.getAccessibleContext().setAccessibleDescription(note.getText());
    }

    void setEnabled(boolean enabled) {
        field.setEnabled(enabled);
        label.setEnabled(enabled);
    }

    void setVisible(boolean visible) {
        label.setVisible(visible);
        field.setVisible(visible);
        Stream.of(beside).forEach(other -> other.setVisible(visible));
        note.setVisible(visible);
    }
}
