package org.medexam.smp.tool.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Kind;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Result;

class DiskCheckTest {

    private final StepResult step = new StepResult(ToolMessages.of(Locale.ENGLISH), Kind.DISK);

    @Test
    void measuresAndLeavesNothing(@TempDir Path folder) {
        AcceptanceStep looked = new DiskCheck(folder).look(step);
        assertThat(looked.result()).isIn(Result.GOOD, Result.ADVICE);
        assertThat((Long) looked.figures().get("filesPerSecond")).isPositive();
        assertThat((Long) looked.figures().get("megabytesPerSecond")).isPositive();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereIsAFault(@TempDir Path folder) {
        assertThat(new DiskCheck(folder.resolve("gone")).look(step).result()).isEqualTo(Result.FAULT);
    }
}
