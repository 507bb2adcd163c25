package org.medexam.smp.tool.window;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.medexam.smp.core.settings.SettingsRefused;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.acceptance.Acceptance;
import org.medexam.smp.tool.acceptance.AcceptanceListener;
import org.medexam.smp.tool.acceptance.AcceptanceReport;
import org.medexam.smp.tool.acceptance.AcceptanceSlip;
import org.medexam.smp.tool.acceptance.AcceptanceStep;

/** 部署验收: tries the running server step by step (notice S0:705-709), and prints the slip that is signed. */
final class AcceptancePage extends Page {

    private static final Duration WAIT_FOR_PHONE = Duration.ofMinutes(5);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** What an acceptance left. */
    private record Result(AcceptanceReport report, Path slip) {}

    private final JButton begin = button("acceptance.begin", this::begin);
    private final JButton open = button("acceptance.open", this::open);
    private final JCheckBox withPhone = named(new JCheckBox(), "acceptance.with-phone");
    private final StatusLabel verdict = new StatusLabel("acceptance.note", desk.say("window.acceptance.hint"));
    private final Map<AcceptanceStep.Kind, StatusLabel> notes = new EnumMap<>(AcceptanceStep.Kind.class);
    private final JPanel phone = new JPanel(new MigLayout("insets 0, hidemode 3, fillx", "[][grow,fill]"));
    private final QrPicture code = new QrPicture("acceptance.code");
    private final StatusLabel phoneWords = new StatusLabel("acceptance.phone-words", "");
    private final JButton goOn = button("acceptance.go-on", () -> {});
    private Optional<Path> slip = Optional.empty();
    private Optional<Run> run = Optional.empty();

    AcceptancePage(PageContext desk) {
        super(desk, "acceptance");
        withPhone.setSelected(true);
        form.add(begin, "newline, span, split 3, alignx left, grow 0");
        form.add(open, "grow 0, gapleft 8");
        form.add(withPhone, "grow 0, gapleft 16, gapright push");
        form.add(verdict, "newline, span, growx, wmin 0, gapbottom 6");
        phone.setOpaque(false);
        phone.add(code, "spany 2, aligny top");
        phone.add(phoneWords, "growx, wmin 0, wrap");
        phone.add(goOn, "grow 0 0, h pref!, aligny top");
        phone.setVisible(false);
        form.add(phone, "newline, span, growx, gapbottom 8");
        for (AcceptanceStep.Kind kind : AcceptanceStep.Kind.values()) {
            JLabel name = new JLabel(desk.say("accept." + kind.code()));
            name.setName("acceptance." + kind.code());
            StatusLabel note = new StatusLabel("acceptance." + kind.code() + ".note", "");
            notes.put(kind, note);
            form.add(name, "newline, aligny top");
            form.add(note, "growx, wmin 0");
        }
        goOn.addActionListener(pressed -> run.ifPresent(Run::withoutPhone));
    }

    private void begin() {
        Run fresh = new Run();
        run = Optional.of(fresh);
        Path home = editing.draft().home();
        Path file = editing.draft().file();
        Duration patience = withPhone.isSelected() ? WAIT_FOR_PHONE : Duration.ZERO;
        begin.setEnabled(false);
        verdict.waiting(desk.say("window.acceptance.begun"));
        notes.values().forEach(StatusLabel::hint);
        work("run", () -> accept(file, home, patience, fresh), this::ended, this::failed);
    }

    private Result accept(Path file, Path home, Duration patience, Run listener)
            throws InterruptedException, IOException {
        AcceptanceReport report =
                new Acceptance(SmpSettings.read(file), desk.texts(), desk.clock()).run(patience, listener);
        Path pdf = Files.createDirectories(slips(home)).resolve("smp-acceptance-" + STAMP.format(report.at()) + ".pdf");
        new AcceptanceSlip(desk.texts()).write(report, pdf);
        return new Result(report, pdf);
    }

    private static Path slips(Path home) {
        return home.resolve("acceptance");
    }

    private void ended(Result result) {
        over();
        slip = Optional.of(result.slip());
        open.setEnabled(true);
        String words = desk.say("accept.verdict." + result.report().verdict().code()) + "\n"
                + desk.say("accept.slip-written", result.slip());
        switch (result.report().verdict()) {
            case GOOD -> verdict.good(words);
            case FAULT -> verdict.fault(words);
            default -> verdict.advice(words);
        }
        markChanged();
    }

    private void failed(Exception thrown) {
        over();
        if (thrown instanceof SettingsRefused) {
            verdict.fault(desk.say("window.service.settings"));
        } else if (thrown instanceof IOException) {
            verdict.fault(
                    desk.say("accept.slip-not-written", slips(editing.draft().home())));
        } else {
            unexpected(thrown);
        }
    }

    private void over() {
        run = Optional.empty();
        phone.setVisible(false);
        begin.setEnabled(true);
    }

    private void open() {
        slip.ifPresent(desk.opener());
    }

    private void show(AcceptanceStep step) {
        StatusLabel note = notes.get(step.kind());
        switch (step.result()) {
            case GOOD -> note.good(step.words());
            case ADVICE -> note.advice(step.words());
            case FAULT -> note.fault(step.words());
            case SKIPPED -> note.waiting(step.words());
        }
        form.revalidate();
    }

    private void showPhone(String address, Instant until) {
        code.show(Optional.of(address));
        phoneWords.waiting(
                desk.say("window.acceptance.phone", address, TIME.format(until.atZone(ZoneId.systemDefault()))));
        goOn.setEnabled(true);
        phone.setVisible(true);
        form.revalidate();
        form.scrollRectToVisible(phone.getBounds());
    }

    /** One acceptance, heard in its own thread; when another one was begun, nobody listens to it any more. */
    private final class Run implements AcceptanceListener {

        private final AtomicBoolean withoutPhone = new AtomicBoolean();

        void withoutPhone() {
            withoutPhone.set(true);
            goOn.setEnabled(false);
        }

        private void later(Runnable words) {
            SwingUtilities.invokeLater(() -> {
                if (run.filter(this::equals).isPresent()) {
                    words.run();
                }
            });
        }

        @Override
        public void begun(AcceptanceStep.Kind kind) {
            later(() -> notes.get(kind).waiting(desk.say("window.acceptance.running")));
        }

        @Override
        public void ended(AcceptanceStep step) {
            later(() -> show(step));
        }

        @Override
        public void phoneWanted(String address, Instant until) {
            later(() -> showPhone(address, until));
        }

        @Override
        public void phoneCame() {
            later(() -> phoneWords.good(desk.say("accept.phone-came")));
        }

        @Override
        public boolean goOnWithoutPhone() {
            return withoutPhone.get();
        }
    }

    // earlier ones

    @Override
    public void loaded() {
        super.loaded();
        desk.worker().forget("acceptance.run");
        over();
        verdict.hint();
        slip = Optional.empty();
        open.setEnabled(false);
        Path home = editing.draft().home();
        work(
                "look",
                () -> newest(slips(home)),
                found -> {
                    slip = found;
                    open.setEnabled(found.isPresent());
                    found.ifPresent(pdf -> verdict.waiting(desk.say("window.acceptance.earlier", pdf)));
                    markChanged();
                },
                this::unexpected);
    }

    private static Optional<Path> newest(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "smp-acceptance-*.pdf")) {
            files.forEach(found::add);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        return found.stream().sorted().reduce((older, newer) -> newer);
    }

    @Override
    Mark mark() {
        if (verdict.isFault()) {
            return Mark.FAULTY;
        }
        return slip.isPresent() ? Mark.DONE : Mark.TO_DO;
    }

    @Override
    Optional<JButton> mainButton() {
        // saving comes first: what is tried here is what is saved
        return editing.unsaved() ? Optional.empty() : Optional.of(begin);
    }
}
