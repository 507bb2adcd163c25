package org.medexam.smp.tool.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all pages: whoever hears the window, and whoever uses no mouse, finds everything. */
class EveryComponentTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void hasANameAndWordsOfItsOwnAndNoLetterTwice(String language) throws Exception {
        MadeUpHome home = MadeUpHome.in(folder).withSettings(Map.of());
        try (OpenWindow window = OpenWindow.of(Locale.forLanguageTag(language), home.path())) {
            List<String> wanting = window.onWindow(() -> {
                List<String> found = new ArrayList<>();
                List<String> names = new ArrayList<>();
                for (Page page : pages(window)) {
                    List<Component> all = new ArrayList<>();
                    collect(page.form, all);
                    for (Component one : all) {
                        if (isWorked(one)) {
                            wanting(page, one, names, found);
                        }
                    }
                    letters(page, all, found);
                }
                return found;
            });
            assertThat(wanting).isEmpty();
        }
    }

    private static List<Page> pages(OpenWindow window) {
        StepList steps = (StepList) window.frame.list("steps").target();
        return Stream.iterate(0, i -> i + 1)
                .limit(steps.getModel().getSize())
                .map(steps.getModel()::getElementAt)
                .toList();
    }

    private static boolean isWorked(Component one) {
        return one instanceof AbstractButton && one.getParent() instanceof JPanel
                || one instanceof JComboBox
                || one instanceof JTable
                || one instanceof JTextComponent text && text.isEditable();
    }

    private static void wanting(Page page, Component one, List<String> names, List<String> found) {
        String where = page.name() + ": " + one;
        if (one.getName() == null || names.contains(one.getName())) {
            found.add("no name of its own: " + where);
        }
        names.add(one.getName());
        String heard = one.getAccessibleContext().getAccessibleName();
        if (heard == null || heard.isBlank()) {
            found.add("no words: " + where);
        }
        if (one instanceof JTextComponent && ((JComponent) one).getClientProperty("labeledBy") == null) {
            found.add("no label: " + where);
        }
    }

    /** Alt and a letter reaches one thing: on the page, and at the bottom of the window (S). */
    private static void letters(Page page, List<Component> all, List<String> found) {
        Map<Integer, String> letters = new HashMap<>(Map.of((int) 'S', "save"));
        for (Component one : all) {
            int letter = one instanceof AbstractButton button
                    ? button.getMnemonic()
                    : one instanceof JLabel label ? label.getDisplayedMnemonic() : 0;
            if (letter != 0) {
                String other = letters.put(letter, one.getName());
                if (other != null) {
                    found.add(
                            "Alt " + (char) letter + " twice on " + page.name() + ": " + other + ", " + one.getName());
                }
            }
        }
    }

    private static void collect(Container container, List<Component> all) {
        for (Component child : container.getComponents()) {
            all.add(child);
            if (child instanceof Container inner && !(child instanceof JComboBox)) {
                collect(inner, all);
            }
        }
    }
}
