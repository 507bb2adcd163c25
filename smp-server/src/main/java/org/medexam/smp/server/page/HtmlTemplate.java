package org.medexam.smp.server.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A page that the server writes, from a Mustache template in the resources below {@code pages/}. Values are escaped for
 * HTML; only {@code {{{name}}}} takes HTML as it is.
 */
public final class HtmlTemplate {

    private final Template template;

    private HtmlTemplate(Template template) {
        this.template = template;
    }

    /** @param name of the file without {@code .mustache} */
    public static HtmlTemplate named(String name) {
        try (InputStream file = HtmlTemplate.class.getResourceAsStream("/pages/" + name + ".mustache");
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return new HtmlTemplate(
                    Mustache.compiler().escapeHTML(true).strictSections(true).compile(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param values texts, and for sections lists of maps of them
     * @throws com.samskivert.mustache.MustacheException when a value of the template is missing
     */
    public String html(Map<String, Object> values) {
        return template.execute(values);
    }
}
