package org.medexam.smp.tool.window;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.KeyStroke;
import javax.swing.ListCellRenderer;
import org.medexam.smp.tool.ToolMessages;

/** The steps in the manual's order, each with its mark; Ctrl and a figure goes to one from anywhere. */
final class StepList extends JList<Page> {

    private static final int FIGURES = 9;

    private final List<Page> pages;

    StepList(ToolMessages texts, List<Page> pages) {
        super(pages.toArray(Page[]::new));
        this.pages = pages;
        setName("steps");
        setBackground(Theme.MARGIN);
        setBorder(BorderFactory.createEmptyBorder(UIScale.scale(12), 0, UIScale.scale(12), 0));
        setCellRenderer(new Step(texts));
        getAccessibleContext().setAccessibleName(texts.say("window.steps"));
        for (int i = 0; i < Math.min(FIGURES, pages.size()); i++) {
            Page page = pages.get(i);
            String action = "step" + i;
            getInputMap(WHEN_IN_FOCUSED_WINDOW)
                    .put(KeyStroke.getKeyStroke(KeyEvent.VK_1 + i, InputEvent.CTRL_DOWN_MASK), action);
            getActionMap().put(action, new AbstractAction() {
                @Override
                public void actionPerformed(ActionEvent pressed) {
                    select(page);
                }
            });
        }
    }

    void select(Page page) {
        setSelectedIndex(pages.indexOf(page));
        ensureIndexIsVisible(getSelectedIndex());
    }

    private static final class Step extends JLabel implements ListCellRenderer<Page> {

        private static final Color CHOSEN = new Color(0xdc, 0xe8, 0xf8);

        private final transient ToolMessages texts;

        Step(ToolMessages texts) {
            this.texts = texts;
            setOpaque(true);
            setIconTextGap(UIScale.scale(10));
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Page> list, Page page, int index, boolean chosen, boolean focused) {
            Mark mark = page.mark();
            setText((index + 1) + "  " + page.title());
            setIcon(new MarkIcon(MarkIcon.Shape.of(mark), 16));
            setFont(list.getFont().deriveFont(chosen ? Font.BOLD : Font.PLAIN));
            setBackground(chosen ? CHOSEN : Theme.MARGIN);
            setForeground(Color.DARK_GRAY);
            setBorder(BorderFactory.createCompoundBorder(
                    BorderFactory.createMatteBorder(0, UIScale.scale(3), 0, 0, chosen ? Theme.ACCENT : Theme.MARGIN),
                    BorderFactory.createEmptyBorder(
                            UIScale.scale(9), UIScale.scale(14), UIScale.scale(9), UIScale.scale(28))));
            getAccessibleContext().setAccessibleName(page.title() + ", " + texts.say(mark.word()));
            return this;
        }
    }
}
