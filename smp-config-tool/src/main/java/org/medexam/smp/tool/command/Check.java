package org.medexam.smp.tool.command;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.medexam.smp.core.schema.DatabaseReport;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.DatabaseCheckup;
import org.medexam.smp.tool.setup.Draft;
import org.medexam.smp.tool.setup.Finding;
import org.medexam.smp.tool.setup.Inspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code smp check}: looks at everything, changes nothing; 3 when something is at fault. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;
    private final InstantSource clock;

    Check(ToolMessages texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        CommandOutput answer = new CommandOutput(asked, out);
        DatabaseCheckup.Examined examined = new Inspection(texts, clock).examine(Draft.of(asked.home()));
        List<Finding> findings = examined.findings();
        new Findings(texts, answer).tell(findings);
        examined.report().ifPresent(report -> tables(answer, report));
        boolean well = Finding.worst(findings) != Finding.Level.FAULT;
        answer.say(texts.say(well ? "check.well" : "check.not-well"));
        return answer.end(well ? 0 : Smp.NOT_WELL);
    }

    /** Every table with its rows, 检查数据库. */
    private void tables(CommandOutput answer, DatabaseReport report) {
        Map<String, Object> rows = new LinkedHashMap<>();
        for (DatabaseReport.Table table : report.tables()) {
            if (table.rows().isPresent()) {
                rows.put(table.name(), table.rows().getAsLong());
                answer.say(texts.say("check.table", table.name(), table.rows().getAsLong()));
            }
        }
        answer.tell("tables", rows);
        answer.tell("schema", report.schema().orElse(""));
    }
}
