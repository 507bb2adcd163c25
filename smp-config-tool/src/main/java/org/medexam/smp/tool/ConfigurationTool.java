package org.medexam.smp.tool;

import java.nio.file.Path;
import java.time.InstantSource;
import javax.swing.SwingUtilities;
import org.medexam.smp.tool.setup.Draft;
import org.medexam.smp.tool.window.ConfigurationWindow;

/** The configuration tool: a window for those who set a district's SMP up. */
public final class ConfigurationTool {

    private ConfigurationTool() {}

    public static void main(String[] arguments) {
        Texts texts = Texts.ofThisMachine();
        Installation installation = Installation.ofThisProgram();
        // before there is a window that it could hold up
        Draft draft = Draft.of(home(installation));
        SwingUtilities.invokeLater(() -> {
            ConfigurationWindow.setUpLook();
            ConfigurationWindow.of(texts, installation, draft, InstantSource.system())
                    .setVisible(true);
        });
    }

    /** The one that the start script names, or else the manual's (notice S0:690). */
    private static Path home(Installation installation) {
        boolean named = System.getProperty("smp.installation") != null || System.getenv("SMP_HOME") != null;
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return named ? installation.home() : Path.of(windows ? "D:\\Program\\SMP" : "/opt/SMP");
    }
}
