package org.medexam.smp.tool.client;

import java.nio.file.Path;

/** A key file of the server is missing, or this account may not read it. */
public final class KeyUnreadable extends RuntimeException {

    private final Path file;

    public KeyUnreadable(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
