package org.medexam.smp.tool.window;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.ListSelectionModel;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.medexam.smp.core.settings.SettingKey;

/** The steps at the left, the step's page at the right, what to do next at the bottom. */
final class MainWindow extends JFrame implements SettingsEditor.Watcher {

    static final int WIDTH = 1040;
    static final int HEIGHT = 740;

    private final PageContext desk;
    private final List<Page> pages;
    private final StepList steps;
    private final CardLayout cards = new CardLayout();
    private final JPanel front = new JPanel(cards);
    private final JButton next = new JButton();
    private final JLabel unsaved = new JLabel();
    private final JButton save = new JButton();
    private final StatusLabel saved;

    MainWindow(PageContext desk, List<Page> pages) {
        super(desk.say("window.title"));
        this.desk = desk;
        this.pages = List.copyOf(pages);
        steps = new StepList(desk.texts(), this.pages);
        saved = new StatusLabel("saved.note", "");
        setName("main");
        setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                closeOrAsk();
            }

            @Override
            public void windowClosed(WindowEvent event) {
                desk.worker().close();
            }
        });
        setContentPane(content());
        this.pages.forEach(page -> page.watchMark(this::marksChanged));
        steps.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        steps.addListSelectionListener(chosen -> showChosen());
        desk.editing().watch(this);
        this.pages.forEach(desk.editing()::watch);
        this.pages.forEach(SettingsEditor.Watcher::loaded);
        steps.setSelectedIndex(0);
        setMinimumSize(UIScale.scale(new Dimension(860, 560)));
        setSize(UIScale.scale(new Dimension(WIDTH, HEIGHT)));
        setLocationRelativeTo(null);
        desk.editing().judge();
    }

    private JPanel content() {
        pages.forEach(page -> front.add(page.view(), page.name()));
        JPanel left = new JPanel(new BorderLayout());
        left.setBackground(Theme.MARGIN);
        left.setBorder(BorderFactory.createMatteBorder(0, 0, 0, 1, Theme.LINE));
        left.add(steps);
        JPanel content = new JPanel(new BorderLayout());
        content.add(left, BorderLayout.WEST);
        content.add(front, BorderLayout.CENTER);
        content.add(bottom(), BorderLayout.SOUTH);
        return content;
    }

    private JPanel bottom() {
        JPanel bottom = new JPanel(new MigLayout("insets 10 16 10 16, fillx, hidemode 3", "[grow,fill]16[]12[]"));
        bottom.setBackground(Theme.MARGIN);
        bottom.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Theme.LINE));
        next.setName("next");
        next.setForeground(Theme.ACCENT);
        next.putClientProperty("JButton.buttonType", "borderless");
        next.setHorizontalAlignment(JButton.LEADING);
        next.addActionListener(pressed -> firstOpen().ifPresent(steps::select));
        unsaved.setName("unsaved");
        unsaved.setForeground(Theme.AMBER);
        save.setName("save");
        Caption.of(desk.say("window.save")).on(save);
        save.addActionListener(pressed -> save(() -> {}));
        bottom.add(next, "wmin 0");
        bottom.add(unsaved);
        bottom.add(save, "wrap");
        bottom.add(saved, "span, growx, wmin 0, gaptop 2, gapleft 8");
        saved.setVisible(false);
        return bottom;
    }

    private Page shownPage() {
        return pages.get(Math.max(0, steps.getSelectedIndex()));
    }

    private void showChosen() {
        if (steps.getSelectedIndex() < 0) {
            return;
        }
        Page page = shownPage();
        cards.show(front, page.name());
        saved.setVisible(false);
        page.lookAgain();
        page.shown();
        marksChanged();
    }

    private Optional<Page> firstOpen() {
        return pages.stream().filter(page -> page.mark() != Mark.DONE).findFirst();
    }

    private void marksChanged() {
        steps.repaint();
        getRootPane().setDefaultButton(defaultButton());
        boolean unsavedNow = desk.editing().unsaved();
        unsaved.setText(unsavedNow ? desk.say("window.unsaved") : "");
        setTitle((unsavedNow ? "* " : "") + desk.say("window.title"));
        next.setText(nextWords());
    }

    private JButton defaultButton() {
        return shownPage().mainButton().filter(JButton::isEnabled).orElse(save);
    }

    private String nextWords() {
        Optional<Page> open = firstOpen();
        if (open.isEmpty()) {
            return desk.say(desk.editing().unsaved() ? "window.next.save" : "window.next.nothing");
        }
        int number = pages.indexOf(open.get()) + 1;
        return desk.say("window.next", number, open.get().title(), open.get().next());
    }

    // saving and closing

    private void save(Runnable after) {
        Optional<Page> wrong = pages.stream()
                .filter(page -> page.keys().stream().anyMatch(key -> blocks(page, key)))
                .findFirst();
        if (wrong.isPresent()) {
            steps.select(wrong.get());
            say(() -> saved.fault(desk.say("window.save.wrong", wrong.get().title())));
            return;
        }
        save.setEnabled(false);
        desk.editing()
                .save(
                        () -> {
                            save.setEnabled(true);
                            say(() -> saved.good(desk.say(
                                    "window.save.done", desk.editing().draft().file())));
                            after.run();
                        },
                        thrown -> {
                            save.setEnabled(true);
                            say(() -> saved.fault(desk.say(
                                    "window.save.failed", desk.editing().draft().file(), thrown.getMessage())));
                        });
    }

    /** What is wrongly written is not saved; a file that is not there yet may come later. */
    private static boolean blocks(Page page, SettingKey key) {
        return page.isWrong(key)
                && key != SettingKey.SP_JWKS
                && key != SettingKey.MP_JWKS
                && key != SettingKey.TLS_KEYSTORE;
    }

    private void say(Runnable words) {
        saved.setVisible(true);
        words.run();
        getContentPane().revalidate();
    }

    private void closeOrAsk() {
        if (!desk.editing().unsaved()) {
            dispose();
            return;
        }
        Object[] answers = {
            desk.say("window.close.save"), desk.say("window.close.discard"), desk.say("window.close.cancel")
        };
        int answer = JOptionPane.showOptionDialog(
                this,
                desk.say("window.close.question"),
                desk.say("window.title"),
                JOptionPane.YES_NO_CANCEL_OPTION,
                JOptionPane.WARNING_MESSAGE,
                null,
                answers,
                answers[0]);
        if (answer == 0) {
            save(this::dispose);
        } else if (answer == 1) {
            dispose();
        }
    }

    @Override
    public void loaded() {
        marksChanged();
    }

    @Override
    public void judged() {
        if (desk.editing().unsaved() && saved.isVisible()) {
            saved.setVisible(false);
        }
        marksChanged();
    }
}
