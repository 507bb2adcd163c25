package org.medexam.smp.tool.setup;

import java.util.List;

/**
 * What a check found, in words for a person.
 *
 * @param subject what was looked at, e.g. 数据库 or the name of a file
 * @param text how it is
 * @param remedy what to do; empty where nothing has to be done
 */
public record Finding(Level level, String subject, String text, String remedy) {

    /** How well it is. */
    public enum Level {
        GOOD,
        /** It works; better is possible. */
        ADVICE,
        /** It does not work, or must not be used like that. */
        FAULT
    }

    /** The worst of them; GOOD when there is none. */
    public static Level worst(List<Finding> findings) {
        return findings.stream().map(Finding::level).max(Level::compareTo).orElse(Level.GOOD);
    }
}
