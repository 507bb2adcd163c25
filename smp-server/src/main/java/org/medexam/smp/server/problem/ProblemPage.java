package org.medexam.smp.server.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.medexam.smp.core.refusal.RefusalCode;

/** The page that explains one code, from its Markdown in {@code docs/problems/}. */
final class ProblemPage {

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title></head>
            <body>
            %s
            </body>
            </html>
            """;

    private ProblemPage() {}

    static String html(RefusalCode code) {
        String markdown = markdown(code);
        String body = HtmlRenderer.builder()
                .escapeHtml(true)
                .build()
                .render(Parser.builder().build().parse(markdown));
        return FRAME.formatted(code.code(), body);
    }

    private static String markdown(RefusalCode code) {
        try (InputStream page = ProblemPage.class.getResourceAsStream("/problems/" + code.code() + ".md")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
