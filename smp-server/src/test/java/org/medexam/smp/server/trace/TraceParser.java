package org.medexam.smp.server.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the output of {@code strace -f -y -o}: a line per call, {@code thread call(arguments) = result}, or two where
 * another thread came between: {@code … <unfinished ...>} and {@code <... call resumed>…}.
 */
final class TraceParser {

    private static final String UNFINISHED = " <unfinished ...>";
    private static final String RESULT = " = ";

    /** A call of which only the beginning was seen so far. */
    private record Begun(int line, String text) {}

    private final Map<String, Begun> unfinished = new HashMap<>();
    private final List<SystemCall> calls = new ArrayList<>();
    private int line;

    private TraceParser() {}

    /** In the order in which they ended; those that were not seen to end come last. */
    static List<SystemCall> parse(Stream<String> lines) {
        TraceParser parser = new TraceParser();
        lines.forEachOrdered(parser::read);
        parser.unfinished.values().forEach(begun -> parser.add(begun, Integer.MAX_VALUE, begun.text() + ") = ?"));
        return parser.calls;
    }

    private void read(String text) {
        line++;
        int space = text.indexOf(' ');
        if (space < 0) {
            return;
        }
        String thread = text.substring(0, space);
        String call = text.substring(space).stripLeading();
        if (call.endsWith(UNFINISHED)) {
            unfinished.put(thread, new Begun(line, call.substring(0, call.length() - UNFINISHED.length())));
        } else if (call.startsWith("<... ")) {
            Begun begun = unfinished.remove(thread);
            int resumed = call.indexOf(" resumed>");
            if (begun != null && resumed > 0) {
                add(begun, line, begun.text() + call.substring(resumed + " resumed>".length()));
            }
        } else {
            add(new Begun(line, call), line, call);
        }
    }

    private void add(Begun begun, int ended, String whole) {
        int open = whole.indexOf('(');
        int result = whole.lastIndexOf(RESULT);
        int close = result < 0 ? -1 : whole.lastIndexOf(')', result);
        if (open > 0 && close > open) {
            calls.add(new SystemCall(
                    begun.line(),
                    ended,
                    whole.substring(0, open),
                    whole.substring(open + 1, close),
                    whole.substring(result + RESULT.length()).strip()));
        }
    }
}
