package org.medexam.smp.core.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.paper.Paper.Block;
import org.medexam.smp.core.paper.Paper.Cell;
import org.medexam.smp.core.paper.Paper.Tone;

class PaperWriterTest {

    private static final String SENTENCE = "国家医学考试（考区）线上资格审核辅助子系统是服务于考区考点在线审核的辅助系统，简称 SMP，"
            + "高峰期建议 50 Mbit/s 左右；English words break between words, never inside of them. ";

    private static byte[] pdf(Block... blocks) {
        return PaperWriter.pdf(new Paper("部署验收单", "试验考区 · SMP 0.1.0", List.of(blocks)));
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Block table(int rows) {
        List<List<Cell>> all = Collections.nCopies(
                rows,
                List.of(
                        new Cell("图片上传、加水印、取回、删除"),
                        new Cell("合格", Tone.GOOD),
                        new Cell("写盘 1,234 次/秒，" + SENTENCE, Tone.QUIET)));
        return new Paper.Table(List.of(3, 1, 4), List.of("项目", "结果", "说明"), all);
    }

    private static final Block SIGNATURES = new Paper.ToFillIn(List.of(List.of("验收人：", "日期："), List.of("单位（盖章）：")));
    private static final Block CODE =
            new Paper.Code(QrCode.of("https://smp.example.cn/nme/ext"), 28, "用手机扫描。\n" + SENTENCE);

    @Test
    void saysWhatThePaperSays() throws Exception {
        byte[] pdf = pdf(
                new Paper.Heading("一、系统"),
                new Paper.Paragraph(SENTENCE),
                table(3),
                CODE,
                new Paper.Paragraph("提示：带*号的为必须上传的项目。", Tone.ADVICE),
                SIGNATURES);
        String text = text(pdf);
        assertThat(text).contains("部署验收单", "一、系统", "图片上传、加水印", "合格", "提示：带*号", "验收人：", "单位（盖章）：");
        assertThat(text).contains("试验考区 · SMP 0.1.0", "1 / 1");
        assertThat(text.replaceAll("\\s", "")).contains(SENTENCE.replaceAll("\\s", ""));
        assertThat(pdf).hasSizeLessThan(100_000);

        BufferedImage page = page(pdf, 0);
        keep(page, "paper");
        assertThat(codeIn(page)).isEqualTo("https://smp.example.cn/nme/ext");
    }

    private static BufferedImage page(byte[] pdf, int number) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(number, 150);
        }
    }

    private static void keep(BufferedImage page, String name) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        ImageIO.write(page, "png", folder.resolve(name + ".png").toFile());
    }

    private static String codeIn(BufferedImage page) throws Exception {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @Test
    void theSamePaperIsTheSameFile() {
        assertThat(pdf(table(2), CODE)).isEqualTo(pdf(table(2), CODE));
        assertThat(pdf(table(2))).isNotEqualTo(pdf(table(1)));
    }

    @Test
    void holdsNothingThatItDoesNotSay() throws Exception {
        byte[] pdf = pdf(new Paper.Paragraph("x"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getMetadataKeys()).containsExactly("Title");
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
        }
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .doesNotContain("CreationDate", System.getProperty("user.name") + "@");
    }

    @Test
    void aLongTableGoesOverPagesWithItsHead() throws Exception {
        byte[] pdf = pdf(new Paper.Paragraph(SENTENCE), table(40), SIGNATURES);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(3, 6);
            for (int i = 1; i <= pages; i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                String page = stripper.getText(document);
                assertThat(page).contains(i + " / " + pages);
                assertThat(page.contains("项目")).as("head on " + i).isEqualTo(page.contains("图片上传"));
            }
        }
        assertThat(text(pdf).split("合格", -1)).hasSize(41);
        keep(page(pdf, 1), "long-table");
    }

    @Test
    void aCellThatIsHigherThanAPageLosesNothing() throws Exception {
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            numbers.append("第").append(i).append("行。\n");
        }
        String text = text(pdf(
                new Paper.Paragraph("before"),
                new Paper.Table(
                        List.of(1, 1),
                        List.of(),
                        List.of(List.of(
                                new Cell("left"), new Cell(numbers.toString().strip()))))));
        for (int i = 0; i < 300; i++) {
            assertThat(text).contains("第" + i + "行。");
        }
    }

    @Test
    void staysWithinItsMargins() throws Exception {
        BufferedImage page = page(
                pdf(
                        new Paper.Paragraph("https://" + "very-long-address".repeat(20)),
                        new Paper.Paragraph("长".repeat(400)),
                        table(2)),
                0);
        int margin = (int) (PageFlow.MARGIN / 72 * 150) - 2;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < margin; x++) {
                assertThat(page.getRGB(x, y) & 0xffffff).isEqualTo(0xffffff);
                assertThat(page.getRGB(page.getWidth() - 1 - x, y) & 0xffffff).isEqualTo(0xffffff);
            }
        }
    }

    /** Rare characters of names, other scripts, signs: a paper is made of them all. */
    @ParameterizedTest
    @ValueSource(strings = {"𠮷野", "😀", "\u0000\u0007\t", "ا", "", " ", "\n\n", "\ud83d", "«»—…·"})
    void whatTheFontLacksFailsNothing(String text) throws Exception {
        assertThat(text(pdf(
                        new Paper.Heading(text),
                        new Paper.Paragraph("前" + text + "后"),
                        new Paper.ToFillIn(List.of(List.of(text))))))
                .contains("前", "后");
    }

    @Test
    void aMissingLetterIsSeenAsMissing() throws Exception {
        assertThat(text(pdf(new Paper.Paragraph("考生：\udbff\udfff某")))).contains("考生：〓某");
    }

    @Test
    void linesDoNotBeginWithWhatEndsASentence() throws Exception {
        String text = text(pdf(new Paper.Paragraph("考区，考点。".repeat(60))));
        assertThat(text.lines().filter(line -> line.startsWith("，") || line.startsWith("。")))
                .isEmpty();
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatThrownBy(() -> new Paper.Table(List.of(1, 1), List.of(), List.of(List.of(new Cell("one")))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
