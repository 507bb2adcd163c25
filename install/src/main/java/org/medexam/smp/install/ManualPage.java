package org.medexam.smp.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The manual as one page that needs no other file and no network: its pictures stand in it. */
final class ManualPage {

    private static final Pattern PICTURE = Pattern.compile("src=\"([^\":]+\\.(png|jpg))\"");

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <title>线上资格审核辅助子系统（SMP）安装使用手册</title>
            <style>
            body { max-width: 50em; margin: 2em auto; padding: 0 1em; line-height: 1.7; color: #222;
                   font-family: "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
            img { max-width: 100%%; border: 1px solid #ccc; }
            pre, code { font-family: Consolas, monospace; background: #f4f4f4; }
            pre { padding: .8em; overflow-x: auto; }
            table { border-collapse: collapse; }
            td, th { border: 1px solid #bbb; padding: .3em .8em; text-align: left; }
            </style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private ManualPage() {}

    static String of(Path markdown) throws IOException {
        List<Extension> tables = List.of(TablesExtension.create());
        Node document = Parser.builder().extensions(tables).build().parse(Files.readString(markdown));
        String body = HtmlRenderer.builder().extensions(tables).build().render(document);
        return FRAME.formatted(PICTURE.matcher(body).replaceAll(picture -> inline(markdown, picture)));
    }

    private static String inline(Path markdown, MatchResult picture) {
        try {
            byte[] bytes = Files.readAllBytes(markdown.resolveSibling(picture.group(1)));
            String type = picture.group(2).equals("png") ? "png" : "jpeg";
            return Matcher.quoteReplacement("src=\"data:image/" + type + ";base64,"
                    + Base64.getEncoder().encodeToString(bytes) + "\"");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
