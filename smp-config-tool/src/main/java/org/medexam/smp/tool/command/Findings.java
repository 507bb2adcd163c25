package org.medexam.smp.tool.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.Finding;

/** Findings on a command line: a line each, and below it what to do; or a list in JSON. */
final class Findings {

    private final ToolMessages texts;
    private final CommandOutput answer;

    Findings(ToolMessages texts, CommandOutput answer) {
        this.texts = texts;
        this.answer = answer;
    }

    void tell(List<Finding> findings) {
        for (Finding finding : findings) {
            answer.say(texts.say("finding." + level(finding)) + " " + finding.subject() + ": " + finding.text());
            if (!finding.remedy().isEmpty()) {
                answer.say("       " + finding.remedy());
            }
        }
        answer.tell("findings", findings.stream().map(Findings::members).toList());
    }

    private static Map<String, String> members(Finding finding) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("level", level(finding));
        members.put("subject", finding.subject());
        members.put("text", finding.text());
        members.put("remedy", finding.remedy());
        return members;
    }

    private static String level(Finding finding) {
        return finding.level().name().toLowerCase(Locale.ROOT);
    }
}
