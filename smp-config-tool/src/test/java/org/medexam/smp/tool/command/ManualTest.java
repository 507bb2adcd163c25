package org.medexam.smp.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.medexam.smp.tool.ToolMessages;
import picocli.CommandLine;

/** The manual's commands: those of Windows, which nobody runs here, are the same as those of Linux, and all exist. */
class ManualTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(bat|sh)\\n(.*?)^```$");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");
    private static final Path FOLDER = Path.of("../docs/manual");

    @Test
    void windowsIsToldTheSameAsLinux() throws IOException {
        assertThat(commands("bat").stream().map(ManualTest::withoutValues).toList())
                .hasSizeGreaterThan(20)
                .isEqualTo(
                        commands("sh").stream().map(ManualTest::withoutValues).toList());
    }

    @Test
    void everyCommandExistsWithItsOptions() throws IOException {
        CommandLine smp = Smp.commandLine(
                ToolMessages.of(Locale.ENGLISH),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()));
        for (String system : List.of("bat", "sh")) {
            for (String command : commands(system)) {
                String[] arguments = command.replaceFirst("^smp ", "").split(" ");
                assertThat(smp.parseArgs(arguments).errors()).as(command).isEmpty();
            }
        }
    }

    @Test
    void everyPictureIsThereAndIsShown() throws IOException {
        List<String> shown = PICTURE.matcher(manual())
                .results()
                .map(picture -> picture.group(1))
                .toList();
        try (var files = Files.list(FOLDER.resolve("pictures"))) {
            assertThat(files.map(file -> "pictures/" + file.getFileName())).containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    private static List<String> commands(String system) throws IOException {
        return BLOCK.matcher(manual())
                .results()
                .filter(block -> block.group(1).equals(system))
                .flatMap(block -> block.group(2).lines())
                .filter(line -> line.startsWith("smp "))
                .toList();
    }

    /** What differs are folders, and the ports below 1024 that Linux gives to no service. */
    private static String withoutValues(String command) {
        return command.replaceAll("\\S*[/\\\\]\\S*", "…").replaceAll("=(8?443)(?= )", "=…");
    }

    private static String manual() throws IOException {
        return Files.readString(FOLDER.resolve("manual.zh-CN.md"));
    }
}
