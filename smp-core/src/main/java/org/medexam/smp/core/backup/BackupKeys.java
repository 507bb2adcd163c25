package org.medexam.smp.core.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medexam.smp.core.age.AgeIdentity;
import org.medexam.smp.core.age.AgeRecipient;
import org.medexam.smp.core.backup.BackupRefused.Reason;
import org.medexam.smp.core.file.PrivateFile;

/**
 * An installation's key for backups: {@code conf/backup.key} opens them, {@code conf/backup.recipient} is all that is
 * needed to make them. The latter is written only when an exported copy of the former was read back, so that no backup
 * is made whose key would die with its server.
 *
 * <p>Nothing else must be exported: what else an installation cannot live without (the settings, the passwords and
 * keystore that they name, the keys of SP and MP, the district's own catalogues; in the database the key of signed
 * links and the accounts) is in every backup.
 */
public final class BackupKeys {

    private static final Pattern RECIPIENT = Pattern.compile("(?m)^(age1[0-9a-z]+)\\s*$");

    private final Path home;

    /** @param home SMP_HOME */
    public BackupKeys(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    private Path key() {
        return home.resolve("conf").resolve("backup.key");
    }

    private Path recipient() {
        return home.resolve("conf").resolve("backup.recipient");
    }

    /**
     * Writes a copy of the key to a file; makes the key where there is none yet.
     *
     * @param file does not exist yet and lies outside of SMP_HOME
     * @param now stands in the file, for people
     */
    public void export(Path file, Instant now) {
        Path target = file.toAbsolutePath().normalize();
        if (target.startsWith(home)) {
            throw new BackupRefused(Reason.EXPORT_INSIDE_HOME, home);
        }
        if (Files.exists(target)) {
            throw new BackupRefused(Reason.FILE_EXISTS, target);
        }
        try {
            PrivateFile.write(target, text(own(now), now));
        } catch (IOException failed) {
            throw new BackupRefused(Reason.CANNOT_WRITE, failed).because(failed);
        }
    }

    private AgeIdentity own(Instant now) throws IOException {
        Optional<AgeIdentity> own = ownIfAny();
        if (own.isPresent()) {
            return own.get();
        }
        if (Files.exists(key())) {
            throw new BackupRefused(Reason.NO_KEY_IN_FILE, key());
        }
        AgeIdentity made = AgeIdentity.generate();
        PrivateFile.write(key(), text(made, now));
        return made;
    }

    private Optional<AgeIdentity> ownIfAny() throws IOException {
        return Files.exists(key()) ? AgeIdentity.parse(Files.readString(key())) : Optional.empty();
    }

    /** CRLF, or an editor of an older Windows shows all of it on one line. */
    private static String text(AgeIdentity identity, Instant now) {
        return """
                # SMP 备份密钥。没有它，任何人都无法恢复备份；有了它，任何人都能读出备份中的考生资料。
                # 请存放在服务器以外的安全地方，例如锁在保险柜里的 U 盘或打印件。
                # The key of SMP's backups. Nobody restores a backup without it; whoever has it can read all of them.
                # Keep it safe and away from the server. The program age opens backups with this file, too.
                # created: %s
                # public key: %s
                %s
                """.formatted(now, identity.recipient().text(), identity.reveal())
                .replace("\n", "\r\n");
    }

    /**
     * Reads an exported copy back; if it is this installation's key and opens what is sealed now, backups may be made
     * from here on.
     */
    public AgeRecipient check(Path file, Instant now) {
        AgeIdentity exported = read(file);
        try {
            AgeIdentity own = ownIfAny().orElseThrow(() -> new BackupRefused(Reason.KEY_NOT_EXPORTED));
            if (!exported.recipient().equals(own.recipient())) {
                throw new BackupRefused(Reason.OTHER_KEY_IN_FILE, file);
            }
            proveThatItOpens(exported, own.recipient());
            PrivateFile.write(
                    recipient(),
                    "# exported and read back: " + now + "\r\n"
                            + own.recipient().text() + "\r\n");
            return own.recipient();
        } catch (IOException failed) {
            throw new BackupRefused(Reason.CANNOT_WRITE, failed).because(failed);
        }
    }

    private static void proveThatItOpens(AgeIdentity identity, AgeRecipient recipient) throws IOException {
        byte[] probe = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = recipient.seal(sealed)) {
            out.write(probe);
        }
        byte[] opened =
                identity.open(new ByteArrayInputStream(sealed.toByteArray())).readAllBytes();
        if (!Arrays.equals(opened, probe)) {
            throw new IllegalStateException("the key does not open what was sealed to it");
        }
    }

    /** The key in a file that was exported. */
    public static AgeIdentity read(Path file) {
        try {
            return AgeIdentity.parse(Files.readString(file))
                    .orElseThrow(() -> new BackupRefused(Reason.NO_KEY_IN_FILE, file));
        } catch (IOException unreadable) {
            throw new BackupRefused(Reason.NO_KEY_IN_FILE, file).because(unreadable);
        }
    }

    /** To whom backups are sealed, once the key was exported and read back. */
    public Optional<AgeRecipient> exported() {
        try {
            if (Files.notExists(recipient())) {
                return Optional.empty();
            }
            Matcher line = RECIPIENT.matcher(Files.readString(recipient()));
            return line.find() ? Optional.of(new AgeRecipient(line.group(1))) : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** @throws BackupRefused when the key was not exported, or another one lies there now */
    AgeRecipient needExported() {
        AgeRecipient recipient = exported().orElseThrow(() -> new BackupRefused(Reason.KEY_NOT_EXPORTED));
        try {
            if (ownIfAny().filter(own -> !own.recipient().equals(recipient)).isPresent()) {
                throw new BackupRefused(Reason.KEY_CHANGED);
            }
            return recipient;
        } catch (IOException notReadable) {
            return recipient; // who makes backups needs no right to read the key
        }
    }
}
