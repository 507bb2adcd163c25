package org.medexam.smp.server.it;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Lets the test processes take turns: a class with {@link RunAlone} holds an exclusive lock on a file, every other one a
 * shared lock. Each passes a gate first, so that a class that waits for the exclusive lock is not overtaken for ever.
 */
public final class SideBySideExtension implements BeforeAllCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(SideBySideExtension.class);

    /** Set for integration tests alone. */
    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getProperty("smp.test.locks")).map(Path::of);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (FOLDER.isEmpty() || context.getRequiredTestClass().isMemberClass()) {
            return;
        }
        boolean alone = context.getRequiredTestClass().isAnnotationPresent(RunAlone.class);
        try (FileChannel gate = open("gate.lock");
                FileLock passing = gate.lock()) {
            FileChannel turn = open("turn.lock");
            turn.lock(0, Long.MAX_VALUE, !alone);
            context.getStore(NAMESPACE).put("turn", turn);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        FileChannel turn = context.getStore(NAMESPACE).remove("turn", FileChannel.class);
        if (turn != null) {
            turn.close();
        }
    }

    private static FileChannel open(String name) throws IOException {
        return FileChannel.open(
                FOLDER.orElseThrow().resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}
