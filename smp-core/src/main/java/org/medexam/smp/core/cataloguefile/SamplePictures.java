package org.medexam.smp.core.cataloguefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.picture.PictureRefusals;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.PictureFacts;
import org.medexam.smp.imaging.inspect.PictureFormat;
import org.medexam.smp.imaging.inspect.PictureInspector;

/**
 * The district's own sample pictures, {@code <catalogue>/<CODE>.jpg} or {@code .png} below one folder. Which there are
 * is looked up once; what is asked for later is one of those, so that nobody's words ever become a path.
 */
public final class SamplePictures {

    /** Below the folder of the catalogue files. */
    public static final String FOLDER = "samples";

    static final int MAX_BYTES = 1 << 20;

    /** Other files may lie there too: a district keeps its sources, and systems put things of their own beside. */
    private static final Pattern PICTURE = Pattern.compile("([^.]+)\\.(?:jpg|jpeg|png)", Pattern.CASE_INSENSITIVE);

    private static final PictureInspector INSPECTOR =
            new PictureInspector(PictureLimits.DEFAULT.withMaxBytes(MAX_BYTES));

    private record Key(String catalogue, String material) {}

    private record Found(Path file, PictureFormat format) {}

    private final Map<Key, Found> found;

    private SamplePictures(Map<Key, Found> found) {
        this.found = Map.copyOf(found);
    }

    /** @param faults receives what is wrong: a picture that belongs to nothing, or that is none */
    static SamplePictures of(Path folder, Catalogue catalogue, List<FileFault> faults) {
        Search search = new Search(folder, faults, new HashMap<>());
        for (Path below : search.listed(folder)) {
            if (Files.isDirectory(below)) {
                catalogue
                        .profile(name(below))
                        .ifPresentOrElse(
                                profile -> search.listed(below).forEach(file -> search.take(profile, file)),
                                () -> search.fault(below, CatalogueError.SAMPLE_WITHOUT_CATALOGUE, name(below)));
            }
        }
        return new SamplePictures(search.found());
    }

    private record Search(Path folder, List<FileFault> faults, Map<Key, Found> found) {

        List<Path> listed(Path below) {
            if (!Files.isDirectory(below)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(below)) {
                return files.sorted().toList();
            } catch (IOException closedToUs) {
                fault(below, CatalogueError.UNREADABLE);
                return List.of();
            }
        }

        void take(Profile profile, Path file) {
            Matcher picture = PICTURE.matcher(name(file));
            if (!picture.matches()) {
                return;
            }
            String code = picture.group(1);
            Optional<PictureFormat> format = bytes(file).flatMap(SamplePictures::format);
            if (profile.material(code).isEmpty()) {
                fault(file, CatalogueError.SAMPLE_WITHOUT_MATERIAL, profile.id(), code);
            } else if (format.isEmpty()) {
                fault(file, CatalogueError.SAMPLE_NOT_A_PICTURE, MAX_BYTES);
            } else if (found.put(new Key(profile.id(), code), new Found(file, format.get())) != null) {
                fault(file, CatalogueError.SAMPLE_TWICE, code);
            }
        }

        void fault(Path file, CatalogueError wrong, Object... arguments) {
            String place = Path.of(FOLDER).resolve(folder.relativize(file)).toString();
            faults.add(FileFault.of(place.replace('\\', '/'), FileFault.NO_LINE, wrong, arguments));
        }
    }

    public boolean has(String catalogue, String material) {
        return found.containsKey(new Key(catalogue, material));
    }

    /** Empty where there is none, or where it was taken away meanwhile. */
    public Optional<SamplePicture> picture(String catalogue, String material) {
        return Optional.ofNullable(found.get(new Key(catalogue, material)))
                .flatMap(sample -> bytes(sample.file()).map(bytes -> new SamplePicture(sample.format(), bytes)));
    }

    private static Optional<byte[]> bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(MAX_BYTES + 1)).filter(bytes -> bytes.length <= MAX_BYTES);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<PictureFormat> format(byte[] bytes) {
        try {
            return Optional.of(PictureRefusals.translate(() -> INSPECTOR.inspect(bytes)))
                    .map(PictureFacts::format);
        } catch (Refusal noPicture) {
            return Optional.empty();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
