package org.medexam.smp.tool.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;

/**
 * What a person types, or a script hands in on the standard input, line by line. Passwords come this way alone: on a
 * command line everybody on the machine could read them.
 */
final class ConsoleInput {

    /** Stands for the standard input where a file is asked for. */
    static final String STANDARD_INPUT = "-";

    private static final long MAX_SECRET = 1024;

    private final ToolMessages texts;
    private final Optional<Console> console;
    private final BufferedReader in;

    /** From this program's own input. */
    static ConsoleInput ofThisProgram(ToolMessages texts) {
        return new ConsoleInput(
                texts,
                Optional.ofNullable(System.console()),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    /** @param console where a password can be typed unseen */
    ConsoleInput(ToolMessages texts, Optional<Console> console, BufferedReader in) {
        this.texts = texts;
        this.console = console;
        this.in = in;
    }

    /** One line; empty at the end of the input. */
    Optional<String> line(PrintWriter out, String prompt) {
        out.print(prompt);
        out.flush();
        try {
            return Optional.ofNullable(console.isPresent() ? console.get().readLine() : in.readLine());
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /** A password, unseen where a person types it. */
    Optional<Secret> secret(PrintWriter out, String prompt) {
        if (console.isEmpty()) {
            return line(out, prompt).map(Secret::new);
        }
        // the console itself asks, once it shows no letters any more: whoever types fast is not seen either
        return Optional.ofNullable(console.get().readPassword("%s", prompt))
                .map(letters -> new Secret(new String(letters)));
    }

    /**
     * A new password: typed twice at the console.
     *
     * @throws Failed when nobody is there to type
     */
    Secret newSecret(PrintWriter out, String prompt, String again) {
        if (console.isEmpty()) {
            throw new Failed(texts.say("typed.no-console"));
        }
        Secret first = secret(out, prompt).orElseThrow(() -> new Failed(texts.say("typed.nothing")));
        if (!secret(out, again).filter(first::equals).isPresent()) {
            throw new Failed(texts.say("typed.differ"));
        }
        return first;
    }

    /**
     * The first line of a file, or of the standard input.
     *
     * @param file {@code -} is the standard input
     */
    Secret fromFile(String file) {
        try {
            String line = file.equals(STANDARD_INPUT) ? in.readLine() : firstLine(Path.of(file));
            if (line == null || line.isEmpty()) {
                throw new Failed(texts.say("typed.empty", file));
            }
            return new Secret(line);
        } catch (IOException unreadable) {
            throw new Failed(texts.say("typed.unreadable", file));
        }
    }

    private static String firstLine(Path file) throws IOException {
        if (Files.size(file) > MAX_SECRET) {
            throw new IOException("too long for a password");
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            return line == null ? "" : line.replaceFirst("^\uFEFF", "");
        }
    }
}
