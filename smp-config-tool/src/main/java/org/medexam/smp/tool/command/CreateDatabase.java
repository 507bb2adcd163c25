package org.medexam.smp.tool.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.settings.SettingsFault;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.DatabaseCreation;
import org.medexam.smp.tool.setup.Draft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smp create-database}: makes what is missing of it; no harm in asking twice. */
@Command(name = "create-database", mixinStandardHelpOptions = true)
final class CreateDatabase implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;

    CreateDatabase(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() {
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        List<String> steps = new ArrayList<>();
        String version = new DatabaseCreation(texts).create(database(texts, Draft.of(asked.home())), (step, left) -> {
            steps.add(step);
            answer.say(left > 0 ? step + " " + texts.say("create-database.left", left) : step);
        });
        answer.tell("steps", steps);
        answer.tell("schema", version);
        return answer.end(0);
    }

    /**
     * The database of the settings, whatever else of them is still missing.
     *
     * @throws Failed when the settings of the database itself are at fault
     */
    static DatabaseAddress database(ToolMessages texts, Draft draft) {
        List<SettingsFault> faults = draft.faults().stream()
                .filter(fault -> fault.key().startsWith("smp.db."))
                .toList();
        if (!faults.isEmpty()) {
            List<String> sentences = faults.stream()
                    .map(fault -> fault.key() + ": " + texts.of(fault))
                    .toList();
            throw new Failed(String.join("\n", sentences));
        }
        return draft.database();
    }
}
