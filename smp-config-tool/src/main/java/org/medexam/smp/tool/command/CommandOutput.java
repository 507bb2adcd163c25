package org.medexam.smp.tool.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a command has to say: sentences for people as they come, or one JSON object at the end for programs
 * ({@code --json}), never both.
 */
final class CommandOutput {

    private final CommonOptions asked;
    private final PrintWriter out;
    private final Map<String, Object> members = new LinkedHashMap<>();

    CommandOutput(CommonOptions asked, PrintWriter out) {
        this.asked = asked;
        this.out = out;
    }

    /** A sentence, for people alone. */
    void say(String sentence) {
        if (!asked.json()) {
            out.println(sentence);
        }
    }

    /**
     * A member of the JSON object, for programs alone.
     *
     * @param value text, number, boolean, or lists and maps of them
     */
    void tell(String member, Object value) {
        members.put(member, value);
    }

    /** Nothing more will be said; gives the exit code back. */
    int end(int exitCode) {
        if (asked.json()) {
            members.put("exitCode", exitCode);
            try {
                out.println(new ObjectMapper().writeValueAsString(members));
            } catch (JsonProcessingException notPlain) {
                throw new IllegalArgumentException(notPlain);
            }
        }
        return exitCode;
    }
}
