package org.medexam.smp.core.backup;

import java.util.List;
import java.util.Locale;

/** A backup, a restore or a look into a backup that cannot be; the words for people belong to whoever talks to them. */
public final class BackupRefused extends RuntimeException {

    private final Reason reason;
    private final transient List<String> arguments;

    /** Why not; what each is told with stands in brackets. */
    public enum Reason {
        /** No folder is set. */
        NO_FOLDER,
        /** The key was never exported and read back. */
        KEY_NOT_EXPORTED,
        /** The key is another one than the one that was exported. */
        KEY_CHANGED,
        /** The file holds no key. [file] */
        NO_KEY_IN_FILE,
        /** The file holds another key than this installation's. [file] */
        OTHER_KEY_IN_FILE,
        /** There is such a file already. [file] */
        FILE_EXISTS,
        /** The exported key would lie beside the one it is to outlive. [folder] */
        EXPORT_INSIDE_HOME,
        /** The folder holds backups that were sealed to another key. [folder] */
        FOLDER_OF_OTHER_KEY,
        /** Backups were made there and are not there now: a disk that is not mounted? [folder] */
        FOLDER_AWAY,
        /** The folder holds something, but no backups. [folder] */
        NOT_A_BACKUP_FOLDER,
        /** Another backup uses the folder now. [folder] */
        BUSY,
        /** The store is not the one that belongs to the database, or not there. [folder] */
        STORE_AWAY,
        /** The disk does not take it. [the system's words] */
        CANNOT_WRITE,
        /** The database does not answer, or refuses. [its words] */
        DATABASE_FAILED,
        /** There is no backup in the folder, or none of that name. [folder] */
        NO_SNAPSHOT,
        /** It does not open with this key, was altered or cut. [snapshot] */
        SNAPSHOT_DAMAGED,
        /** It was made by a newer SMP. [snapshot] */
        SNAPSHOT_NEWER,
        /** Restoring goes into an empty folder alone. [folder] */
        HOME_NOT_EMPTY,
        /** Restoring goes into an empty database alone. [tables] */
        DATABASE_NOT_EMPTY,
        /** Its tables are empty, but of another version than the backup's. [its version, the backup's] */
        DATABASE_OF_OTHER_VERSION,
        /** Restoring goes into an empty picture folder alone. [folder] */
        STORE_NOT_EMPTY;

        /** {@code KEY_NOT_EXPORTED} is {@code key-not-exported}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    BackupRefused(Reason reason, Object... arguments) {
        super(reason.code() + " " + List.of(arguments));
        this.reason = reason;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    /** {@link Reason#NO_FOLDER} */
    public static BackupRefused withoutFolder() {
        return new BackupRefused(Reason.NO_FOLDER);
    }

    BackupRefused because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Reason reason() {
        return reason;
    }

    /** What the words for people are filled with. */
    public List<String> arguments() {
        return arguments;
    }
}
