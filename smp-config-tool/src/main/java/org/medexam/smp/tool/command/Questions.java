package org.medexam.smp.tool.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.core.settings.SettingsFault;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.Draft;
import org.medexam.smp.tool.setup.Finding;
import org.medexam.smp.tool.setup.HomeCheck;

/**
 * Asks for the settings one after another, in the order of the manual (notice S0, 第四步). An empty answer keeps what is
 * there, {@code -} takes it away; a faulty one is asked for again.
 */
final class Questions {

    private static final String TAKE_AWAY = "-";

    private static final List<SettingKey> BEFORE_DATABASE = List.of(SettingKey.STORAGE_PATH, SettingKey.DB_SERVER);
    private static final List<SettingKey> OF_SERVER =
            List.of(SettingKey.DB_PORT, SettingKey.DB_INSTANCE, SettingKey.DB_NAME, SettingKey.DB_USER);
    private static final List<SettingKey> AFTER_DATABASE = List.of(
            SettingKey.DISTRICT_CODE,
            SettingKey.DISTRICT_NAME,
            SettingKey.CATALOGUE,
            SettingKey.PUBLIC_URL,
            SettingKey.HTTP_PORT,
            SettingKey.HTTPS_PORT,
            SettingKey.PROXY_TRUSTED,
            SettingKey.SP_JWKS,
            SettingKey.MP_JWKS);

    private final ToolMessages texts;
    private final ConsoleInput typed;
    private final PrintWriter out;

    Questions(ToolMessages texts, ConsoleInput typed, PrintWriter out) {
        this.texts = texts;
        this.typed = typed;
        this.out = out;
    }

    Draft ask(Draft before) {
        out.println(texts.say("questions.how"));
        out.println(texts.say("questions.home", before.home()));
        new HomeCheck(texts)
                .look(before.home()).stream()
                        .filter(finding -> finding.level() != Finding.Level.GOOD)
                        .forEach(finding -> out.println("  " + finding.text() + " " + finding.remedy()));
        Draft draft = all(before, BEFORE_DATABASE);
        if (!draft.value(SettingKey.DB_SERVER).isEmpty()) {
            draft = password(all(draft, OF_SERVER), SettingKey.DB_PASSWORD_FILE, "questions.db-password");
        }
        draft = all(draft, AFTER_DATABASE);
        if (!draft.value(SettingKey.HTTPS_PORT).isEmpty()) {
            draft = password(
                    all(draft, List.of(SettingKey.TLS_KEYSTORE)),
                    SettingKey.TLS_PASSWORD_FILE,
                    "questions.tls-password");
        }
        return draft;
    }

    private Draft all(Draft before, List<SettingKey> keys) {
        Draft draft = before;
        for (SettingKey key : keys) {
            draft = one(draft, key);
        }
        return draft;
    }

    private Draft one(Draft before, SettingKey key) {
        String label = texts.say("setting." + key.key());
        while (true) {
            Optional<String> line = typed.line(out, label + " [" + before.value(key) + "]: ");
            String answer = line.orElse("").strip();
            Draft draft = answer.isEmpty() ? before : before.with(key, answer.equals(TAKE_AWAY) ? "" : answer);
            Optional<SettingsFault> fault = line.isEmpty() || answer.isEmpty() ? Optional.empty() : fault(draft, key);
            if (fault.isEmpty()) {
                return draft;
            }
            out.println("  " + texts.of(fault.get()));
        }
    }

    /** What is wrong with this answer, and not with those that are still to come. */
    private static Optional<SettingsFault> fault(Draft draft, SettingKey key) {
        return draft.value(key).isEmpty()
                ? Optional.empty()
                : draft.faults().stream()
                        .filter(fault -> fault.key().equals(key.key()))
                        .filter(fault -> key != SettingKey.TLS_KEYSTORE)
                        .findFirst();
    }

    private Draft password(Draft draft, SettingKey key, String question) {
        String kept = draft.hasSecret(key) ? " [***]" : "";
        return typed.secret(out, texts.say(question) + kept + ": ")
                .filter(secret -> !secret.reveal().isEmpty())
                .map((Secret secret) -> draft.withSecret(key, secret))
                .orElse(draft);
    }
}
