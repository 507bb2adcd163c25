package org.medexam.smp.tool.window;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Assumptions;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.Draft;

/** The real window, worked by a robot on a real or a virtual screen; touched off its own thread, the test fails. */
final class OpenWindow implements AutoCloseable {

    /** So many looks in a row, longer together than the window waits for the next letter. */
    private static final int STILL = 5;

    static final Instant NOW = Instant.parse("2026-01-06T01:00:00Z");

    final Robot robot;
    final FrameFixture frame;
    final ToolMessages texts;

    /** What the window wanted the system to show. */
    final List<Path> opened;

    private OpenWindow(Robot robot, FrameFixture frame, ToolMessages texts, List<Path> opened) {
        this.robot = robot;
        this.frame = frame;
        this.texts = texts;
        this.opened = opened;
    }

    static OpenWindow chinese(MadeUpHome home) {
        return of(Locale.SIMPLIFIED_CHINESE, home.path());
    }

    /** At the time that it is. */
    static OpenWindow now(MadeUpHome home) {
        return of(Locale.SIMPLIFIED_CHINESE, home.path(), InstantSource.system());
    }

    static OpenWindow of(Locale locale, Path home) {
        return of(locale, home, InstantSource.fixed(NOW));
    }

    private static OpenWindow of(Locale locale, Path home, InstantSource clock) {
        Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
        FailOnThreadViolationRepaintManager.install();
        Robot robot = BasicRobot.robotWithNewAwtHierarchy();
        robot.settings().delayBetweenEvents(15);
        robot.settings().eventPostingDelay(30);
        ToolMessages texts = ToolMessages.of(locale);
        List<Path> opened = new CopyOnWriteArrayList<>();
        Draft draft = Draft.of(home);
        MainWindow window = GuiActionRunner.execute(() -> {
            Theme.setUp();
            return ConfigurationWindow.of(texts, new Installation(home), draft, clock, opened::add);
        });
        FrameFixture frame = new FrameFixture(robot, window);
        frame.show(UIScale.scale(new Dimension(MainWindow.WIDTH, MainWindow.HEIGHT)));
        return new OpenWindow(robot, frame, texts, opened);
    }

    OpenWindow step(String title) {
        int index = GuiActionRunner.execute(() -> {
            StepList steps = (StepList) frame.list("steps").target();
            for (int i = 0; i < steps.getModel().getSize(); i++) {
                if (steps.getModel().getElementAt(i).name().equals(title)) {
                    return i;
                }
            }
            throw new IllegalArgumentException(title);
        });
        // on a busy machine a click may get lost
        eventually(title, () -> {
            frame.list("steps").clickItem(index);
            frame.list("steps").requireSelection(index);
        });
        return this;
    }

    /** Presses what is to be done next, which leads here; while the window still looks at what was saved, it may not yet. */
    OpenWindow goesOnTo(String title) {
        eventually(title, () -> {
            frame.button("next").click();
            Page shown = onWindow(() -> ((StepList) frame.list("steps").target()).getSelectedValue());
            assertThat(shown.name()).isEqualTo(title);
        });
        return this;
    }

    /** Types over what stands in a field. */
    OpenWindow type(String field, String text) {
        frame.textBox(field).deleteText();
        if (!text.isEmpty()) {
            frame.textBox(field).enterText(text);
        }
        return this;
    }

    /** At once: a long path, or letters that no keyboard of the test has. Wants no focus. */
    OpenWindow paste(String field, String text) {
        JTextField target = robot.finder().findByName(frame.target(), field, JTextField.class, false);
        GuiActionRunner.execute(() -> target.setText(text));
        return this;
    }

    /** As by Enter in the field, wanting no focus: without a window manager a closed dialog gives it to nobody. */
    void enter(String field) {
        JTextField target = robot.finder().findByName(frame.target(), field, JTextField.class, false);
        SwingUtilities.invokeLater(target::postActionEvent);
    }

    OpenWindow click(String button) {
        standsStill(button);
        frame.button(button).click();
        return this;
    }

    /** Presses one of several choices. */
    OpenWindow choose(String choice) {
        eventually(choice, () -> {
            standsStill(choice);
            frame.radioButton(choice).check().requireSelected();
        });
        return this;
    }

    /** What is found beneath a field may move what stands below: nobody clicks on what moves. */
    private void standsStill(String component) {
        Component target = robot.finder().findByName(frame.target(), component, true);
        Deque<Rectangle> places = new ArrayDeque<>();
        await(component).pollInterval(120, MILLISECONDS).atMost(60, SECONDS).until(() -> {
            places.add(GuiActionRunner.execute(() -> new Rectangle(target.getLocationOnScreen(), target.getSize())));
            return places.size() > STILL
                    && new HashSet<>(List.copyOf(places).subList(places.size() - STILL, places.size())).size() == 1;
        });
    }

    /** The dialog that asks for a file or a folder is answered. */
    void answer(Path chosen) {
        JFileChooserFixture dialog = frame.fileChooser();
        JFileChooser target = dialog.target();
        GuiActionRunner.execute(() -> target.setSelectedFile(chosen.toFile()));
        SwingUtilities.invokeLater(target::approveSelection);
        robot.waitForIdle();
    }

    Mark mark(String step) {
        return GuiActionRunner.execute(() -> page(step).mark());
    }

    private Page page(String step) {
        StepList steps = (StepList) frame.list("steps").target();
        for (int i = 0; i < steps.getModel().getSize(); i++) {
            if (steps.getModel().getElementAt(i).name().equals(step)) {
                return steps.getModel().getElementAt(i);
            }
        }
        throw new IllegalArgumentException(step);
    }

    String text(String component) {
        return GuiActionRunner.execute(() -> {
            Component found = robot.finder().findByName(frame.target(), component, false);
            if (found instanceof AbstractButton button) {
                return button.getText();
            }
            return found instanceof JTextComponent text ? text.getText() : ((JLabel) found).getText();
        });
    }

    /** The note beneath a field comes to say this. */
    void says(String component, String part) {
        eventually(component, () -> assertThat(text(component)).contains(part));
    }

    void saysNot(String component, String part) {
        eventually(component, () -> assertThat(text(component)).doesNotContain(part));
    }

    /** The note tells a fault in these words, and the step is marked faulty. */
    void faults(String component, String part) {
        says(component, part);
        eventually(
                component,
                () -> assertThat(GuiActionRunner.execute(() ->
                                ((StatusLabel) robot.finder().findByName(frame.target(), component, false)).isFault()))
                        .as("a fault: " + text(component))
                        .isTrue());
    }

    void marks(String step, Mark mark) {
        eventually(step, () -> assertThat(mark(step)).as(step).isEqualTo(mark));
    }

    void eventually(String what, ThrowingRunnable assertion) {
        await(what).atMost(60, SECONDS).untilAsserted(assertion);
    }

    <T> T onWindow(Callable<T> question) {
        return GuiActionRunner.execute(question);
    }

    /**
     * What the window looks like, without a frame of the system's.
     *
     * @param scale 2 for twice as many points a side
     */
    BufferedImage picture(int scale) {
        robot.waitForIdle();
        return GuiActionRunner.execute(() -> {
            Component root = ((JFrame) frame.target()).getRootPane();
            BufferedImage picture =
                    new BufferedImage(root.getWidth() * scale, root.getHeight() * scale, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = picture.createGraphics();
            g.scale(scale, scale);
            root.paint(g);
            g.dispose();
            return picture;
        });
    }

    void screenshot(String name) {
        write(picture(1), Path.of("target/screenshots/configuration-tool-" + name + ".png"));
    }

    static void write(BufferedImage picture, Path file) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        assertThat(IntStream.range(0, picture.getWidth() * picture.getHeight())
                        .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
                        .distinct()
                        .count())
                .as("colours of something painted")
                .isGreaterThan(30);
    }

    @Override
    public void close() {
        GuiActionRunner.execute(() -> ((JFrame) frame.target()).dispose());
        robot.cleanUp();
    }
}
