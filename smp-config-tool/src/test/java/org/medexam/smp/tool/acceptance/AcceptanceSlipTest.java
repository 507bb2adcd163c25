package org.medexam.smp.tool.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Kind;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Result;

class AcceptanceSlipTest {

    @TempDir
    private Path folder;

    private static AcceptanceReport report(Result... results) {
        List<AcceptanceStep> steps = Arrays.stream(results)
                .map(result -> new AcceptanceStep(
                        Kind.values()[Arrays.asList(results).indexOf(result)], result, "说明", Map.of(), Duration.ZERO))
                .toList();
        return new AcceptanceReport(
                "试验考区 (62)",
                "smp-server",
                URI.create("https://smp.example.cn"),
                "0.1.0",
                Path.of("/opt/SMP"),
                Path.of("/data/影像"),
                "Microsoft SQL Server",
                ZonedDateTime.parse("2026-03-02T09:30:00+08:00[Asia/Shanghai]"),
                steps);
    }

    private String slip(ToolMessages texts, AcceptanceReport report) throws Exception {
        Path pdf = folder.resolve("slip.pdf");
        new AcceptanceSlip(texts).write(report, pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void saysWhatWasAcceptedAndHowItWent() throws Exception {
        String slip =
                slip(ToolMessages.of(Locale.SIMPLIFIED_CHINESE), report(Result.GOOD, Result.ADVICE, Result.SKIPPED));
        assertThat(slip)
                .contains("部署验收单", "试验考区 (62)", "smp-server", "https://smp.example.cn/nme/ext", "SMP 0.1.0")
                .contains("/data/影像", "Microsoft SQL Server", "2026-03-02 09:30", "(Asia/Shanghai)")
                .contains("合格", "建议", "未做", "验收合格，有建议需要处理或确认。", "未做的项目：数据库。")
                .contains("验收人：", "账号专管员：", "考区（盖章）：", "日期：");
    }

    @Test
    void anEnglishMachineGetsAnEnglishOne() throws Exception {
        assertThat(slip(ToolMessages.of(Locale.ENGLISH), report(Result.FAULT)))
                .contains("SMP acceptance slip", "Not accepted:", "District (seal):");
    }

    @ParameterizedTest
    @EnumSource(Result.class)
    void theWorstStepIsTheVerdict(Result worst) {
        Result[] upTo = Arrays.copyOf(Result.values(), worst.ordinal() + 1);
        assertThat(report(upTo).verdict()).isEqualTo(worst);
    }
}
