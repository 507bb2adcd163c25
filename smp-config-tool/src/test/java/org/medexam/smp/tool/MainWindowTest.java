package org.medexam.smp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real windows: under a display, or under Xvfb where there is none. */
class MainWindowTest {

    @TempDir
    Path home;

    @Test
    void tellsWhatIsWrongWithTheSettings() throws Exception {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/smp.properties"), "smp.http.port=0\n");

        MainWindow window = open(Texts.of(Locale.SIMPLIFIED_CHINESE));
        try {
            assertThat(window.isShowing()).isTrue();
            assertThat(window.getTitle()).isEqualTo("线上资格审核辅助子系统配置工具");
            assertThat(textOf(window, "findings")).contains("smp.http.port").contains("smp.district.code");
            screenshot(window, Path.of("target/screenshots/configuration-tool.png"));
        } finally {
            SwingUtilities.invokeAndWait(window::dispose);
        }
    }

    @Test
    void saysItInEnglishToo() throws Exception {
        MainWindow window = open(Texts.of(Locale.ENGLISH));
        try {
            assertThat(window.getTitle()).isEqualTo("SMP Configuration Tool");
            assertThat(textOf(window, "findings")).contains("faults").contains("smp.properties");
        } finally {
            SwingUtilities.invokeAndWait(window::dispose);
        }
    }

    private MainWindow open(Texts texts) throws Exception {
        Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
        AtomicReference<MainWindow> window = new AtomicReference<>();
        SwingUtilities.invokeAndWait(() -> {
            FlatLightLaf.setup();
            window.set(new MainWindow(texts, SettingsReport.of(home)));
            window.get().setVisible(true);
        });
        return window.get();
    }

    private static String textOf(Container window, String name) {
        return components(window)
                .filter(component -> name.equals(component.getName()))
                .map(component -> ((JTextArea) component).getText())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> components(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(child -> child instanceof Container inner
                        ? Stream.concat(Stream.of(child), components(inner))
                        : Stream.of(child));
    }

    private static void screenshot(MainWindow window, Path file) throws Exception {
        BufferedImage picture = new BufferedImage(window.getWidth(), window.getHeight(), BufferedImage.TYPE_INT_RGB);
        SwingUtilities.invokeAndWait(() -> window.paintAll(picture.getGraphics()));
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
        assertThat(Optional.of(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2)))
                .as("a painted window")
                .isNotEqualTo(Optional.of(0xff000000));
    }
}
