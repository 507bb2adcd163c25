package org.medexam.smp.core.cataloguefile;

/**
 * One thing that is wrong with a catalogue file.
 *
 * @param file its name
 * @param line counted from 1; 0 where no line is at fault
 * @param chinese what is wrong, for a person
 * @param english the same in English
 */
public record FileFault(String file, int line, String chinese, String english) {

    static final int NO_LINE = 0;

    static FileFault of(String file, int line, CatalogueError wrong, Object... arguments) {
        return new FileFault(
                file,
                line,
                CatalogueMessages.CHINESE.say(wrong.message(), arguments),
                CatalogueMessages.ENGLISH.say(wrong.message(), arguments));
    }

    /** E.g. {@code next.yaml:12}. */
    public String place() {
        return line == NO_LINE ? file : file + ":" + line;
    }

    /** What is wrong, in those words. */
    public String said(CatalogueMessages words) {
        return words == CatalogueMessages.CHINESE ? chinese : english;
    }

    /** E.g. {@code next.yaml:12: …}. */
    String text(CatalogueMessages words) {
        return place() + ": " + said(words);
    }
}
