package org.medexam.smp.tool.window;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;

/**
 * What every page works with.
 *
 * @param opener shows a folder or a file in the program that the system has for it
 */
record PageContext(
        ToolMessages texts,
        Installation installation,
        Worker worker,
        SettingsEditor editing,
        DatabaseWatch database,
        InstantSource clock,
        Consumer<Path> opener) {

    String say(String key, Object... arguments) {
        return texts.say(key, arguments);
    }
}
