package org.medexam.smp.tool.setup;

import java.util.Locale;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.DatabaseFailed;
import org.medexam.smp.core.schema.NewDatabase;
import org.medexam.smp.core.schema.SchemaRefused;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;

/** 创建数据库: makes the database, or what of it is missing. Works again on a half-made one, touches no foreign one. */
public final class DatabaseCreation {

    /** Is told of each step when it is done, in words. */
    @FunctionalInterface
    public interface Progress {
        /** @param left how many steps are still to come, as far as is known */
        void done(String sentence, int left);
    }

    private final ToolMessages texts;

    public DatabaseCreation(ToolMessages texts) {
        this.texts = texts;
    }

    /**
     * @return the schema's version that is in force then
     * @throws Failed when it cannot be made; the sentence says why and what to do
     */
    public String create(DatabaseAddress database, Progress progress) {
        try {
            return new NewDatabase(
                            database,
                            (step, detail, left) ->
                                    progress.done(texts.say("create-database." + word(step), detail), left))
                    .make();
        } catch (DatabaseFailed failed) {
            throw DatabaseMessages.failed(texts, database, failed);
        } catch (SchemaRefused refused) {
            throw new Failed(
                    texts.say("create-database.refused", refused.getCause().getMessage()));
        }
    }

    private static String word(NewDatabase.Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
