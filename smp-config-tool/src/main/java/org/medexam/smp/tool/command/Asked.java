package org.medexam.smp.tool.command;

import java.nio.file.Path;
import java.util.Optional;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Installation;
import picocli.CommandLine.Option;

/** What every command about an installation can be asked with: which home, and who reads the answer. */
final class Asked {

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

    /** Whether a program reads the answer. */
    boolean json() {
        return json;
    }

    /** @throws org.medexam.smp.core.settings.SettingsRefused with every fault */
    SmpSettings settings() {
        return SmpSettings.read(home().resolve("conf").resolve("smp.properties"));
    }
}
