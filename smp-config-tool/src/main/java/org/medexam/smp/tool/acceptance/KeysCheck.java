package org.medexam.smp.tool.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.medexam.smp.core.settings.KeySettings;
import org.medexam.smp.core.ticket.KeySet;

/** Whether SP and MP can prove who they are. */
final class KeysCheck implements AcceptanceCheck {

    private final KeySettings keys;

    KeysCheck(KeySettings keys) {
        this.keys = keys;
    }

    @Override
    public AcceptanceStep look(StepResult step) {
        List<String> sp = usable(keys.sp());
        List<String> mp = usable(keys.mp());
        step.figure("sp", sp).figure("mp", mp);
        if (sp.isEmpty() || mp.isEmpty()) {
            return step.fault("missing", sp.isEmpty() ? keys.sp() : keys.mp());
        }
        return step.good("good", String.join(", ", sp), String.join(", ", mp));
    }

    private static List<String> usable(Path file) {
        try {
            return KeySet.parse(Files.readString(file)).map(KeySet::keys).orElse(List.of()).stream()
                    .filter(key -> key.state() == KeySet.State.USED)
                    .map(key -> key.kid() + " (" + key.algorithms() + ")")
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
