package org.medexam.smp.core.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The values of one file on their way to being typed. Whatever is wrong is noted, and the reading goes on with
 * something harmless in its place, so that every fault is found in one go.
 */
final class SettingValues {

    /** A password is one line; more is the wrong file. */
    private static final int MAX_SECRET = 1024;

    private final Path home;
    private final Map<String, String> values;
    private final Map<SettingKey, Secret> unsaved;
    private final List<SettingsFault> faults;

    /** @param unsaved secrets that are not in their files yet, by the setting that will name the file */
    SettingValues(Path home, Map<String, String> values, Map<SettingKey, Secret> unsaved, List<SettingsFault> faults) {
        this.home = home;
        this.values = values;
        this.unsaved = unsaved;
        this.faults = faults;
    }

    void fault(SettingKey key, SettingError wrong, Object... arguments) {
        faults.add(SettingsFault.of(key.key(), wrong, arguments));
    }

    boolean has(SettingKey key) {
        return values.containsKey(key.key());
    }

    /** Notes {@link SettingError#MISSING} when the setting is absent. */
    void need(SettingKey key) {
        if (!has(key)) {
            fault(key, SettingError.MISSING);
        }
    }

    Optional<String> text(SettingKey key, Predicate<String> good, SettingError otherwise) {
        return typed(key, text -> Optional.of(text).filter(good), otherwise);
    }

    /** The empty text in place of one that is missing or wrong. */
    String neededText(SettingKey key, Predicate<String> good, SettingError otherwise) {
        need(key);
        return text(key, good, otherwise).orElse("");
    }

    /** @param type empty, or one of the exceptions of parsers, for a text that does not do */
    <T> Optional<T> typed(SettingKey key, Function<String, Optional<T>> type, SettingError otherwise) {
        Optional<String> text = Optional.ofNullable(values.get(key.key()));
        Optional<T> value = text.flatMap(present -> orEmpty(type, present));
        if (text.isPresent() && value.isEmpty()) {
            fault(key, otherwise, text.get());
        }
        return value;
    }

    /** The items of a comma list; a wrong item is a fault and left out. */
    <T> List<T> list(SettingKey key, Function<String, Optional<T>> type, SettingError otherwise) {
        List<T> items = new ArrayList<>();
        for (String item : values.getOrDefault(key.key(), "").split("[,，]")) {
            String text = item.strip();
            if (!text.isEmpty()) {
                orEmpty(type, text).ifPresentOrElse(items::add, () -> fault(key, otherwise, text));
            }
        }
        return items;
    }

    OptionalInt number(SettingKey key, int least, int most) {
        Optional<String> text = Optional.ofNullable(values.get(key.key()));
        Optional<Integer> number =
                text.flatMap(present -> orEmpty(digits -> Optional.of(Integer.parseInt(digits)), present)
                        .filter(n -> n >= least && n <= most));
        if (text.isPresent() && number.isEmpty()) {
            fault(key, SettingError.NOT_A_NUMBER, text.get(), least, most);
        }
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    OptionalInt port(SettingKey key) {
        return number(key, 1, 65535);
    }

    boolean flag(SettingKey key, boolean otherwise) {
        return typed(
                        key,
                        text -> switch (text) {
                            case "true" -> Optional.of(true);
                            case "false" -> Optional.of(false);
                            default -> Optional.empty();
                        },
                        SettingError.NOT_A_FLAG)
                .orElse(otherwise);
    }

    /** Absolute; a relative one is meant from SMP_HOME. */
    Optional<Path> path(SettingKey key) {
        return typed(key, text -> Optional.of(home.resolve(text).normalize()), SettingError.NOT_A_PATH);
    }

    /** The same for a setting that somebody else checks. */
    Optional<Path> quietPath(SettingKey key) {
        return Optional.ofNullable(values.get(key.key()))
                .flatMap(text -> orEmpty(path -> Optional.of(home.resolve(path).normalize()), text));
    }

    Optional<Path> existingFile(SettingKey key) {
        Optional<Path> file = path(key);
        if (file.isPresent() && !Files.isReadable(file.get())
                || file.filter(Files::isDirectory).isPresent()) {
            fault(key, SettingError.NO_SUCH_FILE, file.get());
            return Optional.empty();
        }
        return file;
    }

    /** SMP_HOME in place of a file that is missing. */
    Path neededFile(SettingKey key) {
        need(key);
        return existingFile(key).orElse(home);
    }

    /** What stands in the file that the setting names, without the end of its line. */
    Optional<Secret> secret(SettingKey key) {
        if (unsaved.containsKey(key)) {
            return Optional.of(unsaved.get(key));
        }
        Optional<Path> file = existingFile(key);
        Optional<Secret> secret = file.flatMap(SettingValues::firstLine).map(Secret::new);
        if (file.isPresent() && secret.isEmpty()) {
            fault(key, SettingError.SECRET_EMPTY, file.get());
        }
        return secret;
    }

    Path home() {
        return home;
    }

    private static Optional<String> firstLine(Path file) {
        try {
            if (Files.size(file) > MAX_SECRET) {
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            String line = text.replaceFirst("^\uFEFF", "").replaceFirst("\r?\n\\z", "");
            return Optional.of(line).filter(secret -> !secret.isEmpty());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> orEmpty(Function<String, Optional<T>> type, String text) {
        try {
            return type.apply(text);
        } catch (DateTimeException | IllegalArgumentException doesNotParse) {
            return Optional.empty();
        }
    }

    /** Whether a text can stand on one line before people. */
    static boolean isName(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest && text.chars().noneMatch(Character::isISOControl);
    }
}
