package org.medexam.smp.core.launch;

import java.nio.file.Path;

/** One log file, rotated, for people to read: a line per event, the level, where from, the words, the stack. */
final class LogSettings {

    private LogSettings() {}

    static String of(Path logs) {
        return """
                handlers=java.util.logging.FileHandler,java.util.logging.ConsoleHandler
                java.util.logging.FileHandler.pattern=%s/smp-%%g.log
                java.util.logging.FileHandler.limit=20000000
                java.util.logging.FileHandler.count=10
                java.util.logging.FileHandler.append=true
                java.util.logging.FileHandler.encoding=UTF-8
                java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
                java.util.logging.ConsoleHandler.level=INFO
                java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
                java.util.logging.SimpleFormatter.format=%%1$tF %%1$tT.%%1$tL %%4$-7s %%3$s: %%5$s%%6$s%%n
                .level=INFO
                """.formatted(logs.toString().replace('\\', '/'));
    }
}
