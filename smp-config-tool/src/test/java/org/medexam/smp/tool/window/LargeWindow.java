package org.medexam.smp.tool.window;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.Draft;

/** A program that opens the window, pictures its first page and ends; arguments: home, picture. */
final class LargeWindow {

    private LargeWindow() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Draft draft = Draft.of(home);
        AtomicReference<MainWindow> window = new AtomicReference<>();
        SwingUtilities.invokeAndWait(() -> {
            Theme.setUp();
            window.set(ConfigurationWindow.of(
                    ToolMessages.of(Locale.SIMPLIFIED_CHINESE),
                    new Installation(home),
                    draft,
                    InstantSource.fixed(OpenWindow.NOW),
                    path -> {}));
            window.get().setVisible(true);
        });
        await().atMost(30, SECONDS).until(() -> {
            AtomicReference<String> words = new AtomicReference<>("");
            SwingUtilities.invokeAndWait(() -> words.set(noteOf(window.get().getContentPane(), "connection.note")));
            return words.get().contains("数据库还没有建立");
        });
        SwingUtilities.invokeAndWait(() -> {
            BufferedImage picture = new BufferedImage(
                    window.get().getRootPane().getWidth(),
                    window.get().getRootPane().getHeight(),
                    BufferedImage.TYPE_INT_RGB);
            window.get().getRootPane().paint(picture.getGraphics());
            OpenWindow.write(picture, Path.of(arguments[1]));
            window.get().dispose();
        });
        System.exit(0);
    }

    private static String noteOf(Container container, String name) {
        for (Component child : container.getComponents()) {
            String text = child instanceof StatusLabel note && name.equals(note.getName())
                    ? note.getText()
                    : child instanceof Container inner ? noteOf(inner, name) : "";
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
