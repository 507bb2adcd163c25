package org.medexam.smp.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medexam.smp.core.file.AtomicFile;

/**
 * {@code licences/} of the folder: everything that SMP carries with its version and its licence, and the licences'
 * texts. A component of which nobody knows the licence ends the build: its line belongs into {@code known.properties}.
 */
final class Licences {

    private final Path folder;
    private final Path source;
    private final Properties known = new Properties();

    /**
     * @param folder the folder SMP
     * @param source {@code known.properties}, and the texts of licences in {@code texts/}
     */
    Licences(Path folder, Path source) throws IOException {
        this.folder = folder;
        this.source = source;
        try (var in = Files.newBufferedReader(source.resolve("known.properties"), StandardCharsets.UTF_8)) {
            known.load(in);
        }
    }

    void write() throws IOException {
        List<Component> all = new ArrayList<>();
        try (Stream<Path> jars = Files.list(folder.resolve("tool"))) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                Component.read(jar.getFileName().toString(), Files.readAllBytes(jar), all);
            }
        }
        for (String program : List.of("smp-server.war", "payara-micro.jar")) {
            Component.read(
                    program, Files.readAllBytes(folder.resolve("Extension").resolve(program)), all);
        }
        for (String other : known.stringPropertyNames()) {
            if (other.startsWith("also.")) {
                all.add(new Component(other.substring("also.".length()), "", List.of(), Map.of()));
            }
        }
        write(all);
    }

    private void write(List<Component> all) throws IOException {
        Path target = Files.createDirectories(folder.resolve("licences"));
        Map<String, String> lines = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        TreeSet<String> used = new TreeSet<>();
        for (Component component : all) {
            if (component.name().startsWith("smp-")) {
                continue;
            }
            String licence = licence(component);
            if (licence.isEmpty()) {
                unknown.add(component.name());
                continue;
            }
            used.addAll(List.of(licence.split(", ")));
            lines.put(
                    component.name() + " " + component.version(),
                    "| " + component.name() + " | " + component.version() + " | " + licence + " | "
                            + known.getProperty("copyright." + component.name(), "") + " |");
            component.texts().forEach((name, text) -> put(target, name, text));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("no licence known of " + unknown + ": see known.properties");
        }
        for (String licence : used) {
            Path text = source.resolve("texts").resolve(licence + ".txt");
            AtomicFile.write(target.resolve(licence + ".txt"), Files.readString(text));
        }
        AtomicFile.write(
                target.resolve("LICENCES.md"),
                Files.readString(source.resolve("heading.md"))
                        + lines.values().stream().collect(Collectors.joining("\n", "", "\n")));
    }

    private static void put(Path target, String name, byte[] text) {
        try {
            AtomicFile.write(
                    Files.createDirectories(target.resolve("components")).resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What we were told ourselves wins over what the component says of itself. */
    private String licence(Component component) {
        String own = known.getProperty(component.name(), known.getProperty("also." + component.name(), ""));
        if (!own.isEmpty()) {
            return own;
        }
        TreeSet<String> said = new TreeSet<>();
        for (String words : component.statements()) {
            Statements.licences(words).forEach(said::add);
        }
        return String.join(", ", said);
    }
}
