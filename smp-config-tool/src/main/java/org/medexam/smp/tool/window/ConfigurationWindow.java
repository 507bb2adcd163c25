package org.medexam.smp.tool.window;

import java.awt.Desktop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JFrame;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.DatabaseCheckup;
import org.medexam.smp.tool.setup.Draft;

/** Puts the window together. */
public final class ConfigurationWindow {

    private ConfigurationWindow() {}

    /** Colours and fonts; once, on the event dispatch thread, before the first window. */
    public static void setUpLook() {
        Theme.setUp();
    }

    /**
     * A window that is not shown yet; on the event dispatch thread.
     *
     * @param draft the settings to begin with
     */
    public static JFrame of(ToolMessages texts, Installation installation, Draft draft, InstantSource clock) {
        return of(texts, installation, draft, clock, ConfigurationWindow::open);
    }

    static MainWindow of(
            ToolMessages texts, Installation installation, Draft draft, InstantSource clock, Consumer<Path> opener) {
        Worker worker = new Worker();
        SettingsEditor editing = new SettingsEditor(texts, worker, draft);
        DatabaseWatch database = new DatabaseWatch(new DatabaseCheckup(texts, clock), editing, worker);
        PageContext desk = new PageContext(texts, installation, worker, editing, database, clock, opener);
        return new MainWindow(
                desk,
                List.of(
                        new BasicsPage(desk),
                        new DatabasePage(desk),
                        new KeysPage(desk),
                        new AddressPage(desk),
                        new DistrictPage(desk),
                        new KeeperPage(desk),
                        new BackupPage(desk),
                        new ServicePage(desk),
                        new AcceptancePage(desk)));
    }

    private static void open(Path path) {
        try {
            Desktop.getDesktop().open(path.toFile());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
