package org.medexam.smp.tool;

import com.formdev.flatlaf.FlatLightLaf;
import java.util.Locale;
import javax.swing.SwingUtilities;

/** The configuration tool: a window for those who set a district's SMP up. */
public final class ConfigurationTool {

    private ConfigurationTool() {}

    public static void main(String[] arguments) {
        Texts texts = Texts.of(Locale.getDefault());
        Installation installation = Installation.ofThisProgram();
        SwingUtilities.invokeLater(() -> {
            FlatLightLaf.setup();
            new MainWindow(texts, SettingsReport.of(installation.home())).setVisible(true);
        });
    }
}
