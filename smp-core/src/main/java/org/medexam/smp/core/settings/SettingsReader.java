package org.medexam.smp.core.settings;

import java.nio.file.Path;

final class SettingsReader {
    static SmpSettings read(Path file) {
        throw new UnsupportedOperationException();
    }
}
