package org.medexam.smp.core.launch;

/**
 * One log, rotated, for people to read: a line per event with the time, the level, where from and the words, then the
 * stack, if any. Our own words from INFO on, others' from WARNING on.
 */
final class LogSettings {

    /** The current file; what was rotated away ends in {@code .1} (newest) to {@code .9}. */
    static final String CURRENT = "smp.log.0";

    private LogSettings() {}

    /**
     * The settings' text, for a process whose working folder is SMP_HOME: the path is relative, since whoever reads
     * these settings would take the Chinese letters of a longer one for others.
     */
    static String text() {
        return """
                handlers=java.util.logging.FileHandler,java.util.logging.ConsoleHandler
                java.util.logging.FileHandler.pattern=logs/smp.log.%g
                java.util.logging.FileHandler.limit=20000000
                java.util.logging.FileHandler.count=10
                java.util.logging.FileHandler.append=true
                java.util.logging.FileHandler.encoding=UTF-8
                java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
                java.util.logging.ConsoleHandler.level=WARNING
                java.util.logging.ConsoleHandler.encoding=UTF-8
                java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
                java.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n
                .level=WARNING
                org.medexam.level=INFO
                # drivers that the application keeps on purpose
                jakarta.enterprise.web.util.level=SEVERE
                # that the embedded database is newer than the migrations' authors knew is nobody's business to mend
                org.flywaydb.core.internal.database.base.Database.level=SEVERE
                # variants of letters that no paper of ours uses
                org.apache.fontbox.ttf.CmapSubtable.level=SEVERE
                # certificate authorities that have expired
                javax.enterprise.system.security.ssl.level=SEVERE
                # a caller's broken request, with a stack that says nothing about the caller
                org.glassfish.grizzly.filterchain.DefaultFilterChain.level=SEVERE
                """;
    }
}
