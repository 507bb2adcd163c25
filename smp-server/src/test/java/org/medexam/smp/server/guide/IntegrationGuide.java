package org.medexam.smp.server.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The guide's fenced blocks. */
public record IntegrationGuide(String text) {

    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL);

    public record Block(String language, String code) {}

    public static IntegrationGuide english() {
        return read("integration.md");
    }

    static IntegrationGuide chinese() {
        return read("integration.zh-CN.md");
    }

    private static IntegrationGuide read(String name) {
        try {
            return new IntegrationGuide(Files.readString(Path.of("..", "docs", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    public List<String> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .map(Block::code)
                .toList();
    }
}
