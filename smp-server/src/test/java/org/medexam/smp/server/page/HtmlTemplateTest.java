package org.medexam.smp.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTemplateTest {

    @Test
    void escapesTextsInElementsAndAttributes() {
        String html = HtmlTemplate.named("sample")
                .html(Map.of(
                        "context", "/nme/ext",
                        "catalogue", "A & B",
                        "material", "<script>alert('x')</script>",
                        "pictures", List.of(Map.of("description", "\" onerror=\"alert(1)")),
                        "sections", List.of()));

        assertThat(html)
                .contains("<p class=\"quiet\">A &amp; B</p>")
                .contains("<h1>&lt;script&gt;")
                .doesNotContain("<script")
                .contains("alt=\"&quot; onerror")
                .contains("href=\"/nme/ext/lib/page.css\"");
    }

    @Test
    void takesHtmlOnlyWhereTheTemplateSaysSo() {
        String html = HtmlTemplate.named("problem").html(Map.of("code", "<b>", "explanation", "<p>rendered</p>"));

        assertThat(html).contains("<title>&lt;b&gt;</title>").contains("<p>rendered</p>");
    }

    @Test
    void refusesToLeaveAValueOut() {
        HtmlTemplate template = HtmlTemplate.named("problem");

        assertThatThrownBy(() -> template.html(Map.of("code", "x"))).isInstanceOf(MustacheException.class);
    }
}
