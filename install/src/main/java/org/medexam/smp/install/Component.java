package org.medexam.smp.install;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * One jar, and what it says of its licence.
 *
 * @param name of its file, without version
 * @param statements of its manifest and its pom
 * @param texts its own files of licences and notices, under names that no other component has
 */
record Component(String name, String version, List<String> statements, Map<String, byte[]> texts) {

    private static final Pattern FILE = Pattern.compile("(.+?)(?:-(\\d[^/]*))?\\.(jar|war)");
    private static final Pattern TEXT = Pattern.compile("(?i)(META-INF/)?(LICEN[SC]E|NOTICE)[^/]*");
    private static final Pattern POM_LICENCE = Pattern.compile("<license>\\s*<name>(.*?)</name>", Pattern.DOTALL);

    /** Adds the jar and every jar inside it. */
    static void read(String file, byte[] jar, List<Component> into) throws IOException {
        Matcher parts = FILE.matcher(file.substring(file.lastIndexOf('/') + 1));
        if (!parts.matches()) {
            throw new IOException("no jar: " + file);
        }
        String name = parts.group(1);
        String version = parts.group(2) == null ? "" : parts.group(2);
        List<String> statements = new ArrayList<>();
        Map<String, byte[]> texts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String member = entry.getName();
                if (member.endsWith(".jar")) {
                    read(member, zip.readAllBytes(), into);
                } else if (member.equals("META-INF/MANIFEST.MF")) {
                    var main = new Manifest(new ByteArrayInputStream(zip.readAllBytes())).getMainAttributes();
                    Stream.ofNullable(main.getValue("Bundle-License")).forEach(statements::add);
                    if (version.isEmpty()) {
                        version = Stream.of("Implementation-Version", "Bundle-Version")
                                .map(main::getValue)
                                .filter(value -> value != null && !value.isBlank())
                                .findFirst()
                                .orElse("");
                    }
                } else if (member.startsWith("META-INF/maven/") && member.endsWith("/pom.xml")) {
                    Matcher licence = POM_LICENCE.matcher(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    while (licence.find()) {
                        statements.add(licence.group(1));
                    }
                } else if (TEXT.matcher(member).matches() && !entry.isDirectory()) {
                    texts.put(name + "-" + member.substring(member.lastIndexOf('/') + 1), zip.readAllBytes());
                }
            }
        }
        into.add(new Component(name, version, statements, texts));
    }
}
