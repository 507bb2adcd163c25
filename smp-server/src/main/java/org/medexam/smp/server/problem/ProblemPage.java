package org.medexam.smp.server.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.page.HtmlTemplate;

/** Renders the page that explains a code from its Markdown in {@code docs/problems/}. */
final class ProblemPage {

    private static final HtmlTemplate TEMPLATE = HtmlTemplate.named("problem");

    private ProblemPage() {}

    static String html(RefusalCode code, String sizeLimit) {
        String markdown = markdown(code).replace("{" + SizeLimit.PLACEHOLDER + "}", sizeLimit);
        String explanation = HtmlRenderer.builder()
                .escapeHtml(true)
                .build()
                .render(Parser.builder().build().parse(markdown));
        return TEMPLATE.html(Map.of("code", code.code(), "explanation", explanation));
    }

    private static String markdown(RefusalCode code) {
        try (InputStream page = ProblemPage.class.getResourceAsStream("/problems/" + code.code() + ".md")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
