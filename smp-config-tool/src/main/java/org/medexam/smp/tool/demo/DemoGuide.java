package org.medexam.smp.tool.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.medexam.smp.tool.ToolMessages;

/** What a person can do now that the demo runs. Each command stands on a line of its own, ready to be pasted. */
final class DemoGuide {

    private final DemoHome files;
    private final String base;
    private final ToolMessages texts;

    DemoGuide(DemoHome files, String base, ToolMessages texts) {
        this.files = files;
        this.base = base;
        this.texts = texts;
    }

    void print(PrintWriter out) {
        out.println(texts.say("demo.guide", base, files.reviewers(), upload(), fetch()));
    }

    /** As the candidate. */
    String upload() {
        return "curl -fsS " + bearer(files.candidateTicket())
                // curl's own quotes: a comma or a semicolon would end the file's name
                + " -F " + quoted("file=@\"" + files.sample() + "\"") + " " + dossier() + "/materials/ID_DOC/images";
    }

    /** As MP: the dossier tells the address of its first picture, and that is fetched. */
    String fetch() {
        return "curl -fsS " + bearer(files.mpTicket()) + " -o "
                + quoted(files.stamped().toString())
                + " \"$(curl -fsS " + bearer(files.mpTicket()) + " " + dossier()
                + " | grep -o 'http[^\"]*/images/[^\"/]*' | head -n 1)\"";
    }

    private String dossier() {
        return base + "/api/v1/dossiers/" + MadeUpCandidate.ALL.get(0).no();
    }

    private static String bearer(Path ticket) {
        return "-H \"Authorization: Bearer $(cat " + quoted(ticket.toString()) + ")\"";
    }

    /** As one word of a shell. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
