package org.medexam.smp.core.cataloguefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.fact.ConditionLanguage;

/** Reads catalogues from their files: the five that come built in, and the district's own. */
public final class CatalogueFiles {

    private static final List<String> BUILT_IN =
            List.of("baiyin-2021", "weihai-2020", "hunan-2021", "unnamed-2022", "shijiazhuang-2022");

    private static final String SUFFIX = ".yaml";

    private final ConditionLanguage language = new ConditionLanguage();
    private final ZoneId zone;

    /** @param zone in which the windows' days are meant */
    public CatalogueFiles(ZoneId zone) {
        this.zone = zone;
    }

    /** The five that come built in. */
    public Catalogue builtIn() {
        return new Catalogue(builtInProfiles());
    }

    /**
     * The five and every {@code *.yaml} of a folder, which need not be there.
     *
     * @throws CatalogueFileRefused with every fault of every file
     */
    public Catalogue builtInAnd(Path folder) {
        List<FileFault> faults = new ArrayList<>();
        Catalogue catalogue = builtInAnd(folder, faults);
        if (!faults.isEmpty()) {
            throw new CatalogueFileRefused(faults);
        }
        return catalogue;
    }

    /** @param faults receives every fault of every file; the files that have one are left out */
    Catalogue builtInAnd(Path folder, List<FileFault> faults) {
        List<Profile> profiles = new ArrayList<>(builtInProfiles());
        for (Path file : filesOf(folder, faults)) {
            try {
                Profile profile = read(file);
                if (profiles.stream().anyMatch(other -> other.id().equals(profile.id()))) {
                    faults.add(FileFault.of(name(file), 1, CatalogueError.ID_TAKEN, profile.id()));
                } else {
                    profiles.add(profile);
                }
            } catch (CatalogueFileRefused refused) {
                faults.addAll(refused.faults());
            } catch (UncheckedIOException unreadable) {
                faults.add(FileFault.of(name(file), FileFault.NO_LINE, CatalogueError.UNREADABLE));
            }
        }
        return new Catalogue(profiles);
    }

    /**
     * Reads a file whole or not at all.
     *
     * @throws CatalogueFileRefused with every fault of the file
     * @throws UncheckedIOException when it is not there or cannot be read
     */
    public Profile read(Path file) {
        try {
            return read(name(file), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Profile read(String name, byte[] bytes) {
        return new ProfileReader(name, language, zone).read(decoded(name, bytes));
    }

    /** A built-in file as it is, to begin next year's from. */
    public static Optional<byte[]> builtInFile(String id) {
        return BUILT_IN.contains(id) ? Optional.of(resource(id)) : Optional.empty();
    }

    private List<Profile> builtInProfiles() {
        return BUILT_IN.stream().map(id -> read(id + SUFFIX, resource(id))).toList();
    }

    private static byte[] resource(String id) {
        try (InputStream in = CatalogueFiles.class.getResourceAsStream("/catalogue/" + id + SUFFIX)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesOf(Path folder, List<FileFault> faults) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(SUFFIX)).sorted().toList();
        } catch (IOException closedToUs) {
            faults.add(FileFault.of(".", FileFault.NO_LINE, CatalogueError.UNREADABLE));
            return List.of();
        }
    }

    /** UTF-8, with or without the mark that Windows' editor writes at the beginning. */
    private static String decoded(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new CatalogueFileRefused(List.of(FileFault.of(name, 1, CatalogueError.NOT_YAML, "not UTF-8")));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
