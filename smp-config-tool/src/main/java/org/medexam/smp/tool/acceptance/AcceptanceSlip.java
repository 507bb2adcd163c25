package org.medexam.smp.tool.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.paper.Paper;
import org.medexam.smp.core.paper.Paper.Block;
import org.medexam.smp.core.paper.Paper.Cell;
import org.medexam.smp.core.paper.Paper.Tone;
import org.medexam.smp.core.paper.PaperWriter;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Result;
import org.medexam.smp.tool.client.LocalServerClient;

/** 部署验收单: the report as a paper that is signed and sealed. */
public final class AcceptanceSlip {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<Integer> FACTS = List.of(3, 7, 3, 7);
    private static final List<Integer> STEPS = List.of(3, 10, 5, 30);

    private final ToolMessages texts;

    public AcceptanceSlip(ToolMessages texts) {
        this.texts = texts;
    }

    /** @throws IOException when the file cannot be written; one that is there is replaced */
    public void write(AcceptanceReport report, Path pdf) throws IOException {
        AtomicFile.write(pdf, PaperWriter.pdf(paper(report)));
    }

    private Paper paper(AcceptanceReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Heading(say("what")));
        blocks.add(facts(report));
        blocks.add(new Paper.Heading(say("steps")));
        blocks.add(steps(report));
        blocks.add(new Paper.Heading(say("verdict")));
        blocks.add(new Paper.Paragraph(verdict(report), tone(report.verdict())));
        blocks.add(new Paper.Paragraph(say("note"), Tone.QUIET));
        blocks.add(new Paper.ToFillIn(List.of(List.of(say("by"), say("keeper")), List.of(say("seal"), say("day")))));
        return new Paper(
                say("title"), say("footer", report.district(), report.version(), MINUTE.format(report.at())), blocks);
    }

    private Paper.Table facts(AcceptanceReport report) {
        String at = MINUTE.format(report.at()) + " (" + report.at().getZone() + ")";
        List<List<Cell>> rows = List.of(
                facts("district", report.district(), "at", at),
                facts("machine", report.machine(), "version", "SMP " + report.version()),
                facts("address", report.publicUrl() + LocalServerClient.CONTEXT_ROOT, "database", report.database()),
                facts(
                        "home", report.home().toString(),
                        "storage", report.storage().toString()));
        return new Paper.Table(FACTS, List.of(), rows);
    }

    private List<Cell> facts(String name, String value, String otherName, String otherValue) {
        return List.of(
                new Cell(say(name), Tone.QUIET),
                new Cell(value),
                new Cell(say(otherName), Tone.QUIET),
                new Cell(otherValue));
    }

    private Paper.Table steps(AcceptanceReport report) {
        List<List<Cell>> rows = new ArrayList<>();
        for (AcceptanceStep step : report.steps()) {
            rows.add(List.of(
                    new Cell(String.valueOf(rows.size() + 1)),
                    new Cell(texts.say("accept." + step.kind().code())),
                    new Cell(texts.say("accept.result." + step.result().code()), tone(step.result())),
                    new Cell(step.words())));
        }
        return new Paper.Table(STEPS, List.of(say("number"), say("step"), say("result"), say("words")), rows);
    }

    /** What was not tried is said again below the verdict, so that nobody signs for it. */
    private String verdict(AcceptanceReport report) {
        List<String> notTried = report.steps().stream()
                .filter(step -> step.result() == Result.SKIPPED)
                .map(step -> texts.say("accept." + step.kind().code()))
                .toList();
        String verdict = texts.say("accept.verdict." + report.verdict().code());
        return notTried.isEmpty() ? verdict : verdict + "\n" + say("not-tried", String.join(", ", notTried));
    }

    private static Tone tone(Result result) {
        return switch (result) {
            case GOOD -> Tone.GOOD;
            case ADVICE -> Tone.ADVICE;
            case FAULT -> Tone.FAULT;
            case SKIPPED -> Tone.QUIET;
        };
    }

    private String say(String key, Object... arguments) {
        return texts.say("slip." + key, arguments);
    }
}
