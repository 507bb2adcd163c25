package org.medexam.smp.core.cataloguefile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of the file, read key by key. What is wrong is noted with its line and something harmless is handed back,
 * so that reading goes on to the next fault. {@link #close()} notes the keys that nobody asked for.
 */
final class Section implements AutoCloseable {

    private static final int MAX_TEXT = 2000;
    private static final int MAX_NUMBER = 99;

    /** One text of a list. */
    record Item(String text, int line) {}

    private final Faults faults;
    private final int line;
    private final boolean readable;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();

    Section(Node node, Faults faults) {
        this.faults = faults;
        this.line = line(node);
        this.readable = node instanceof MappingNode;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::take);
        } else {
            faults.add(line, CatalogueError.NOT_A_SECTION);
        }
    }

    private void take(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
        if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
            faults.add(line(tuple.getKeyNode()), CatalogueError.TWICE, key);
        }
    }

    int line() {
        return line;
    }

    /** The line of a key's value; the section's own where the key is absent. */
    int line(String key) {
        return Optional.ofNullable(entries.get(key)).map(Section::line).orElse(line);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String text(String key) {
        return optionalText(key).orElseGet(() -> orMissing(key, ""));
    }

    Optional<String> optionalText(String key) {
        return entry(key).map(this::plain);
    }

    OptionalInt optionalNumber(String key) {
        return entry(key).flatMap(this::number).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    boolean flag(String key) {
        return entry(key).map(this::truth).orElse(false);
    }

    Optional<LocalDate> optionalDate(String key) {
        return entry(key).flatMap(this::date);
    }

    /** A text, or a list of texts. */
    List<Item> texts(String key) {
        return entry(key).map(this::items).orElseGet(() -> orMissing(key, List.of()));
    }

    /** Reads a section below this one, or notes that it is missing. */
    <T> Optional<T> section(String key, Function<Section, T> read) {
        return optionalSection(key, read).or(() -> orMissing(key, Optional.empty()));
    }

    <T> Optional<T> optionalSection(String key, Function<Section, T> read) {
        return entry(key).map(node -> inside(node, read));
    }

    /** Reads a list of sections; empty where there is none. */
    <T> List<T> list(String key, Function<Section, T> read) {
        return entry(key).map(this::elements).orElse(List.of()).stream()
                .map(element -> inside(element, read))
                .toList();
    }

    private <T> T inside(Node node, Function<Section, T> read) {
        try (Section section = new Section(node, faults)) {
            return read.apply(section);
        }
    }

    private Optional<Node> entry(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    private <T> T orMissing(String key, T harmless) {
        if (readable) {
            faults.add(line, CatalogueError.MISSING, key);
        }
        return harmless;
    }

    private String plain(Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            faults.add(line(node), CatalogueError.NOT_A_TEXT);
            return "";
        }
        String text = scalar.getValue().strip();
        if (text.length() > MAX_TEXT) {
            faults.add(line(node), CatalogueError.TOO_LONG, MAX_TEXT);
        }
        return text;
    }

    private Optional<Integer> number(Node node) {
        String text = plain(node);
        if (text.matches("[1-9][0-9]?")) {
            return Optional.of(Integer.parseInt(text));
        }
        faults.add(line(node), CatalogueError.NOT_A_NUMBER, text, MAX_NUMBER);
        return Optional.empty();
    }

    private boolean truth(Node node) {
        String text = plain(node);
        if (!text.equals("true") && !text.equals("false")) {
            faults.add(line(node), CatalogueError.NOT_A_FLAG, text);
        }
        return text.equals("true");
    }

    private Optional<LocalDate> date(Node node) {
        String text = plain(node);
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            faults.add(line(node), CatalogueError.NOT_A_DATE, text);
            return Optional.empty();
        }
    }

    private List<Item> items(Node node) {
        List<? extends Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        return nodes.stream().map(item -> new Item(plain(item), line(item))).toList();
    }

    private List<Node> elements(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        faults.add(line(node), CatalogueError.NOT_A_LIST);
        return List.of();
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    @Override
    public void close() {
        entries.forEach((key, node) -> {
            if (!asked.contains(key)) {
                faults.add(line(node), CatalogueError.UNKNOWN_KEY, key, String.join(", ", asked));
            }
        });
    }
}
