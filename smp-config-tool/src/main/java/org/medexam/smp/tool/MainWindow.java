package org.medexam.smp.tool;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.Insets;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** Shows where SMP lives and whether its settings would do. */
final class MainWindow extends JFrame {

    MainWindow(Texts texts, SettingsReport report) {
        super(texts.say("window.title"));
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        JPanel places = new JPanel(new GridLayout(0, 1, 0, 6));
        places.add(named("home", texts.say("window.home") + "  " + report.home()));
        places.add(named("settings", texts.say("window.settings") + "  " + report.file()));
        JPanel content = new JPanel(new BorderLayout(0, 12));
        content.setBorder(BorderFactory.createEmptyBorder(16, 20, 16, 20));
        content.add(places, BorderLayout.NORTH);
        content.add(new JScrollPane(findings(texts, report)), BorderLayout.CENTER);
        setContentPane(content);
        setMinimumSize(new Dimension(720, 420));
        pack();
        setLocationRelativeTo(null);
    }

    private static JLabel named(String name, String text) {
        JLabel label = new JLabel(text);
        label.setName(name);
        return label;
    }

    private static JTextArea findings(Texts texts, SettingsReport report) {
        JTextArea area = new JTextArea(report.faults().isEmpty() ? texts.say("window.no-faults") : list(texts, report));
        area.setName("findings");
        area.setEditable(false);
        area.setLineWrap(true);
        area.setMargin(new Insets(8, 8, 8, 8));
        return area;
    }

    private static String list(Texts texts, SettingsReport report) {
        return report.faults().stream()
                .map(fault -> "\n" + fault.key() + "\n    " + texts.of(fault))
                .collect(Collectors.joining(
                        "\n", texts.say("window.faults", report.faults().size()) + "\n", ""));
    }
}
