package org.medexam.smp.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.tool.ToolMessages;

/** What {@code docs/catalogue-files*.md} shows of {@code smp check-catalogue} is what it prints. */
class CatalogueGuideTest {

    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern TARGET = Pattern.compile("(?m)^\\+\\+\\+ (\\S+)\\n");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"catalogue-files.md, en", "catalogue-files.zh-CN.md, zh"})
    void theCommandPrintsWhatTheGuideShows(String guide, String language) throws IOException {
        String text = guide(guide);
        writeFiles(text);

        List<String> shown = blocks(text, "console");
        assertThat(shown).hasSize(3);
        for (String console : shown) {
            String command = console.lines().findFirst().orElseThrow();
            Ran ran = run(Locale.forLanguageTag(language), command.replaceFirst("^\\$ smp ", ""));

            assertThat(command + "\n" + ran.out()).isEqualTo(console);
            assertThat(ran.exitCode()).isEqualTo(command.contains("wrong.yaml") ? 3 : 0);
        }
    }

    @Test
    void bothLanguagesShowTheSameFiles() throws IOException {
        for (String kind : new String[] {"yaml", "diff"}) {
            List<String> english = blocks(guide("catalogue-files.md"), kind);
            assertThat(english).containsAll(blocks(guide("catalogue-files.zh-CN.md"), kind));
        }
        assertThat(blocks(guide("catalogue-files.zh-CN.md"), "yaml")).hasSize(1);
    }

    private static String guide(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", name));
    }

    private static List<String> blocks(String text, String kind) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(kind))
                .map(block -> block.group(2))
                .toList();
    }

    /** The whole file, and those that the guide shows as differences from it. */
    private void writeFiles(String text) throws IOException {
        String whole = blocks(text, "yaml").stream()
                .filter(block -> block.startsWith("id: "))
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve("example-2030.yaml"), whole);
        for (String diff : blocks(text, "diff")) {
            String name =
                    TARGET.matcher(diff).results().findFirst().orElseThrow().group(1);
            Files.writeString(folder.resolve(name), applied(diff, whole));
        }
    }

    private static String applied(String diff, String whole) {
        String result = whole;
        StringBuilder taken = new StringBuilder();
        StringBuilder put = new StringBuilder();
        List<String> lines = new ArrayList<>(diff.lines().skip(2).toList());
        lines.add("-"); // ends the last change
        for (String line : lines) {
            if (line.startsWith("-") && put.length() > 0) {
                assertThat(result).containsOnlyOnce(taken);
                result = result.replace(taken, put);
                taken.setLength(0);
                put.setLength(0);
            }
            (line.startsWith("-") ? taken : put).append(line.substring(1)).append("\n");
        }
        return result;
    }

    private record Ran(int exitCode, String out) {}

    private Ran run(Locale locale, String command) {
        StringWriter out = new StringWriter();
        String[] arguments = Arrays.stream(command.split(" "))
                .map(argument ->
                        argument.endsWith(".yaml") ? folder.resolve(argument).toString() : argument)
                .toArray(String[]::new);
        int exitCode = Smp.commandLine(ToolMessages.of(locale), new PrintWriter(out, true), new PrintWriter(out, true))
                .execute(arguments);
        return new Ran(exitCode, out.toString());
    }
}
