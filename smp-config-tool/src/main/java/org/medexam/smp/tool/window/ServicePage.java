package org.medexam.smp.tool.window;

import com.formdev.flatlaf.util.UIScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import org.medexam.smp.core.settings.SettingsRefused;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.service.Health;
import org.medexam.smp.tool.service.Service;
import org.medexam.smp.tool.service.ServiceState;

/** 启动, 停止, 重新启动: the manual's fifth step (notice S0:695), with a lamp that asks the server's address. */
final class ServicePage extends Page {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(4);
    private static final String LOOK = "service.look";
    private static final String WORK = "service.work";

    /**
     * What a look at the service found.
     *
     * @param behind whether the settings were saved after the server began
     */
    private record Seen(ServiceState state, String kind, boolean behind) {}

    /** What a button does, away from the event dispatch thread. */
    private interface Deed {
        void to(Service service) throws InterruptedException;
    }

    private final JLabel lamp = new JLabel();
    private final StatusLabel advice = new StatusLabel("service.note", "");
    private final JButton start = button("service.start", () -> act("window.service.starting", Service::start));
    private final JButton stop = button("service.stop", () -> act("window.service.stopping", Service::stop));
    private final JButton restart = button("service.restart", () -> act("window.service.restarting", Service::restart));
    private final JButton install = button("service.install", () -> act("window.service.installing", Service::install));
    private final JLabel kind = new JLabel(" ");
    private final JLabel logs = new JLabel(" ");
    private Optional<Seen> seen = Optional.empty();

    /** Why the last button did not do its work; stays to be read until another is pressed. */
    private Optional<String> trouble = Optional.empty();

    ServicePage(PageContext desk) {
        super(desk, "service");
        lamp.setName("service.lamp");
        lamp.setIconTextGap(UIScale.scale(8));
        form.add(new JLabel(desk.say("window.service.state")), "newline");
        form.add(Theme.heading(lamp, 2), "growx, wmin 0");
        form.add(advice, "newline, skip 1, growx, wmin 0, gapbottom 8");
        form.add(start, "newline, skip 1, split 3, grow 0");
        form.add(stop, "grow 0, gapleft 8");
        form.add(restart, "grow 0, gapleft 8, gapright push");
        kind.setName("service.kind");
        form.add(new JLabel(desk.say("window.service.kind")), "newline, gaptop 16");
        form.add(kind, "split 2, grow 0, wmin pref, gaptop 16");
        form.add(install, "grow 0, gaptop 16, gapright push");
        logs.setName("service.logs");
        form.add(new JLabel(desk.say("window.service.logs")), "newline");
        form.add(button("service.open-logs", () -> desk.opener().accept(logFolder())), "split 2, grow 0");
        form.add(logs, "growx, wmin 0, gapleft 8");
        show();
    }

    private Path logFolder() {
        return editing.draft().home().resolve("logs");
    }

    private Service service() {
        return Service.of(desk.installation(), editing.draft().home(), desk.texts());
    }

    // what it does

    private void act(String words, Deed deed) {
        Service service = service();
        desk.worker().forget(LOOK);
        lamp.setText(desk.say(words));
        lamp.setIcon(new MarkIcon(MarkIcon.Shape.HINTED, 16));
        advice.hint();
        trouble = Optional.empty();
        List.of(start, stop, restart, install).forEach(button -> button.setEnabled(false));
        desk.worker()
                .ask(
                        WORK,
                        () -> {
                            deed.to(service);
                            return service;
                        },
                        done -> {
                            look(Duration.ZERO);
                            desk.database().ask();
                        },
                        thrown -> {
                            trouble = Optional.of(wordsOf(thrown));
                            look(Duration.ZERO);
                        });
    }

    private String wordsOf(Exception thrown) {
        if (thrown instanceof Failed) {
            return thrown.getMessage();
        }
        if (thrown instanceof SettingsRefused) {
            return desk.say("window.service.settings");
        }
        throw new IllegalStateException(thrown);
    }

    // how it is

    /** Nobody is asked for a home without settings: where the server answers stands in them. */
    private void look(Duration pause) {
        if (!editing.onDisk()) {
            desk.worker().forget(LOOK);
            seen = Optional.empty();
            show();
            return;
        }
        Service service = service();
        Path file = editing.draft().file();
        desk.worker()
                .askAfter(
                        pause,
                        LOOK,
                        () -> look(service, file),
                        found -> {
                            seen = Optional.of(found);
                            show();
                            look(BETWEEN_LOOKS);
                        },
                        thrown -> {
                            seen = Optional.empty();
                            show();
                            advice.advice(wordsOf(thrown));
                            look(BETWEEN_LOOKS);
                        });
    }

    private static Seen look(Service service, Path file) throws InterruptedException, IOException {
        ServiceState state = service.state();
        boolean behind = state.health().flatMap(Health::since).isPresent()
                && Files.getLastModifiedTime(file)
                        .toInstant()
                        .isAfter(state.health().flatMap(Health::since).get());
        return new Seen(state, service.kind(), behind);
    }

    private void show() {
        boolean working = desk.worker().isAsking(WORK);
        if (working) {
            return;
        }
        lamp.setText(seen.map(found -> desk.say(
                        "window.service.is-" + found.state().condition().code()))
                .orElse(desk.say("window.service.unknown")));
        lamp.setIcon(new MarkIcon(seen.map(ServicePage::shape).orElse(MarkIcon.Shape.EMPTY), 16));
        boolean answers = seen.flatMap(found -> found.state().health()).isPresent();
        start.setEnabled(seen.isPresent() && !answers);
        stop.setEnabled(answers || is(ServiceState.Condition.STARTING));
        restart.setEnabled(answers);
        install.setEnabled(seen.isPresent() && !answers);
        install.setVisible(
                seen.filter(found -> found.kind().equals("background")).isPresent());
        kind.setText(seen.map(found -> desk.say("window.service.kind-" + found.kind()))
                .orElse(" "));
        logs.setText(logFolder().toString());
        showAdvice();
        markChanged();
    }

    private void showAdvice() {
        if (trouble.isPresent()) {
            advice.fault(trouble.get());
        } else if (seen.isEmpty()) {
            advice.advice(desk.say("window.service.settings"));
        } else if (seen.get().behind()) {
            advice.advice(desk.say("window.service.behind"));
        } else if (seen.get().state().isWell()) {
            advice.good(seen.get().state().sentence(desk.texts()));
        } else if (is(ServiceState.Condition.STOPPED)) {
            advice.hint();
        } else {
            advice.fault(editing.inWindowWords(seen.get().state().sentence(desk.texts())));
        }
    }

    private boolean is(ServiceState.Condition condition) {
        return seen.filter(found -> found.state().condition() == condition).isPresent();
    }

    private static MarkIcon.Shape shape(Seen seen) {
        return switch (seen.state().condition()) {
            case RUNNING -> seen.behind() ? MarkIcon.Shape.HINTED : MarkIcon.Shape.CHECKED;
            case STARTING -> MarkIcon.Shape.HINTED;
            case STOPPED -> MarkIcon.Shape.EMPTY;
            case RUNNING_BUT, PORT_TAKEN_BY_OTHER -> MarkIcon.Shape.CROSSED;
        };
    }

    @Override
    public void judged() {
        super.judged();
        if (!desk.worker().isAsking(LOOK) && !desk.worker().isAsking(WORK)) {
            look(Duration.ZERO);
        }
    }

    @Override
    public void loaded() {
        super.loaded();
        desk.worker().forget(LOOK);
        seen = Optional.empty();
        trouble = Optional.empty();
        advice.hint();
    }

    @Override
    String next() {
        return seen.filter(Seen::behind).isPresent() ? desk.say("window.page.service.restart") : super.next();
    }

    @Override
    Mark mark() {
        if (is(ServiceState.Condition.RUNNING)) {
            return seen.get().behind() ? Mark.TO_DO : Mark.DONE;
        }
        return is(ServiceState.Condition.RUNNING_BUT) || is(ServiceState.Condition.PORT_TAKEN_BY_OTHER)
                ? Mark.FAULTY
                : Mark.TO_DO;
    }

    @Override
    Optional<JButton> mainButton() {
        // saving comes first: what is tried here is what is saved
        return editing.unsaved() ? Optional.empty() : Optional.of(restart.isEnabled() ? restart : start);
    }
}
