package org.medexam.smp.tool.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.medexam.smp.core.file.FileTree;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.Schema;
import org.medexam.smp.core.schema.SchemaRefused;
import org.medexam.smp.core.settings.DatabaseSettings;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.service.Service;
import org.medexam.smp.tool.service.ServiceState;
import org.medexam.smp.tool.service.ServiceState.Condition;

/** One upgrade, by the new programs themselves: they alone know what they need. */
public final class Upgrade {

    /** Beside the programs and the database, room for a schema that moves on. */
    private static final long SPARE_BYTES = 200L << 20;

    private final NewPrograms programs;
    private final Installation installation;
    private final SmpSettings settings;
    private final PreviousVersion previous;
    private final Service service;
    private final ToolMessages texts;
    private final Consumer<String> progress;

    /**
     * @param programs the folder with the new programs
     * @param installation whose programs are replaced
     * @param settings of its home
     * @param progress takes a sentence at each step
     */
    public Upgrade(
            Path programs,
            Installation installation,
            SmpSettings settings,
            ToolMessages texts,
            Consumer<String> progress) {
        this.programs = new NewPrograms(programs);
        this.installation = installation;
        this.settings = settings;
        this.previous = new PreviousVersion(
                installation.folder(),
                settings.database() instanceof DatabaseSettings.Embedded embedded
                        ? Optional.of(embedded.folder())
                        : Optional.empty());
        this.service = Service.of(installation, settings.home(), texts);
        this.texts = texts;
        this.progress = progress;
    }

    /**
     * The folder with the new programs of an archive or a folder, checked against their list.
     *
     * @throws Failed when they are incomplete or changed
     */
    public static Path open(Path from, Installation installation, ToolMessages texts) throws IOException {
        return NewPrograms.open(from, installation.folder().resolve("next"), texts)
                .folder();
    }

    /** Removes what {@link #open} unpacked, once nothing runs from there any more. */
    public static void tidy(Installation installation) throws IOException {
        FileTree.delete(installation.folder().resolve("next"));
    }

    /**
     * Replaces the programs, moves the schema on, and asks the address whether the server is ready.
     *
     * @return the version that is in force now
     * @throws Failed with what failed, when everything is as it was before
     */
    public String run() throws IOException, InterruptedException {
        programs.check(texts);
        if (previous.isUnfinished()) {
            progress.accept(texts.say("upgrade.back-first"));
            previous.bringBack();
        }
        refuseOlder();
        refuseFull();
        boolean ran = stop();
        try {
            replace();
            progress.accept(texts.say("upgrade.migrating"));
            new Schema(DatabaseAddress.of(settings.database())).migrate();
            progress.accept(texts.say("upgrade.starting"));
            check(service.start());
            previous.finish();
        } catch (IOException | SchemaRefused | Failed trouble) {
            throw goBack(trouble, ran);
        }
        if (!ran) {
            service.stop();
        }
        return programs.version();
    }

    private void refuseOlder() {
        String mine = installation.version().orElse("0");
        if (Versions.compare(programs.version(), mine) < 0) {
            throw new Failed(texts.say("upgrade.older", programs.version(), mine));
        }
    }

    private void refuseFull() throws IOException {
        long needed = FileTree.size(programs.folder())
                + previous.database().map(Upgrade::size).orElse(0L)
                + SPARE_BYTES;
        if (Files.getFileStore(installation.folder()).getUsableSpace() < needed) {
            throw new Failed(texts.say("upgrade.full", installation.folder(), needed >> 20));
        }
    }

    private static long size(Path folder) {
        try {
            return FileTree.size(folder);
        } catch (IOException unknown) {
            return 0;
        }
    }

    /** Whether it ran. */
    private boolean stop() throws InterruptedException {
        ServiceState state = service.state();
        if (state.condition() == Condition.STOPPED || state.condition() == Condition.PORT_TAKEN_BY_OTHER) {
            return false;
        }
        progress.accept(texts.say("upgrade.stopping"));
        service.stop();
        return true;
    }

    private void replace() throws IOException {
        progress.accept(texts.say("upgrade.replacing", installation.version().orElse("?"), programs.version()));
        previous.keep(programs.parts());
        for (String part : programs.parts()) {
            FileTree.copy(programs.folder().resolve(part), installation.folder().resolve(part));
        }
        Path sample = Path.of("conf", "smp.properties.sample");
        FileTree.copy(programs.folder().resolve(sample), installation.folder().resolve(sample));
    }

    private void check(ServiceState state) {
        if (!state.isWell()) {
            throw new Failed(state.sentence(texts));
        }
    }

    private Failed goBack(Exception trouble, boolean ran) throws InterruptedException {
        progress.accept(texts.say("upgrade.going-back"));
        try {
            service.stop();
            if (previous.isUnfinished()) {
                previous.bringBack();
            }
            if (ran) {
                service.start();
            }
        } catch (IOException | Failed worse) {
            return new Failed(
                    texts.say("upgrade.stuck", words(trouble), words(worse), programs.folder(), installation.folder()));
        }
        return new Failed(texts.say("upgrade.went-back", words(trouble)));
    }

    private static String words(Exception trouble) {
        Throwable cause = trouble instanceof SchemaRefused && trouble.getCause() != null ? trouble.getCause() : trouble;
        return String.valueOf(cause.getMessage()).strip();
    }
}
