package org.medexam.smp.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.SwingUtilities;
import org.medexam.smp.tool.setup.Draft;
import org.medexam.smp.tool.window.ConfigurationWindow;

/** The configuration tool: a window for those who set a district's SMP up. */
public final class ConfigurationTool {

    private ConfigurationTool() {}

    public static void main(String[] arguments) {
        ToolMessages texts = ToolMessages.ofThisMachine();
        Installation installation = Installation.ofThisProgram();
        // before there is a window that it could hold up
        Path home = home(installation);
        bringSettingsBack(installation, home);
        Draft draft = Draft.of(home);
        SwingUtilities.invokeLater(() -> {
            ConfigurationWindow.setUpLook();
            ConfigurationWindow.of(texts, installation, draft, InstantSource.system())
                    .setVisible(true);
        });
    }

    /** A home that cannot be written is the window's to speak about. */
    private static void bringSettingsBack(Installation installation, Path home) {
        try {
            installation.settingsFile(home);
        } catch (IOException seenInTheWindow) {
            Logger.getLogger(ConfigurationTool.class.getName())
                    .log(Level.WARNING, "the settings file cannot be looked at", seenInTheWindow);
        }
    }

    /** The one that the start script names, or else the manual's (notice S0:690). */
    private static Path home(Installation installation) {
        boolean named = System.getProperty("smp.installation") != null || System.getenv("SMP_HOME") != null;
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return named ? installation.home() : Path.of(windows ? "D:\\Program\\SMP" : "/opt/SMP");
    }
}
