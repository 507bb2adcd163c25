package org.medexam.smp.tool.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.service.Service;
import picocli.CommandLine.Option;

/** What every command about an installation can be asked with: which home, and who reads the answer. */
final class CommonOptions {

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
    private Optional<Path> home = Optional.empty();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** SMP_HOME, absolute. */
    Path home() {
        return home.map(Path::toAbsolutePath)
                .map(Path::normalize)
                .orElseGet(() -> Installation.ofThisProgram().home());
    }

    /** The home that was asked for, or else another one. */
    Path homeOr(Path other) {
        return home.isPresent() ? home() : other;
    }

    /** Whether a program reads the answer. */
    boolean json() {
        return json;
    }

    /** @throws org.medexam.smp.core.settings.SettingsRefused with every fault */
    SmpSettings settings() {
        try {
            return SmpSettings.read(Installation.ofThisProgram().settingsFile(home()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The server of this home as a service of the machine. */
    Service service(ToolMessages texts) {
        return Service.of(Installation.ofThisProgram(), home(), texts);
    }
}
