package org.medexam.smp.tool.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.medexam.smp.core.file.PrivateFile;
import org.medexam.smp.core.password.PasswordHash;
import org.medexam.smp.core.schema.AccountTable;
import org.medexam.smp.core.schema.AccountTable.NewAccount;
import org.medexam.smp.core.schema.AccountTable.Role;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.Schema;

/** Who may log in, by name and by the password that lies in a file: a name, its password and its role a line. */
final class DemoAccounts {

    private static final List<NewAccount> REVIEWERS = List.of(
            new NewAccount("kaodian6215", "白银考点审核员", Role.SITE, Optional.of("6215")),
            new NewAccount("kaodian6201", "兰州考点审核员", Role.SITE, Optional.of("6201")),
            new NewAccount("kaoqu62", "甘肃考区审核员", Role.DISTRICT, Optional.empty()));
    private static final List<NewAccount> KEEPER =
            List.of(new NewAccount("zhuanguan", "账号专管员", Role.KEEPER, Optional.empty()));

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LETTERS = 14;

    private final DemoHome files;
    private final SecureRandom random = new SecureRandom();

    DemoAccounts(DemoHome files) {
        this.files = files;
    }

    /** Whatever became of the accounts: from now on the passwords of the files are theirs. */
    void enter(DatabaseAddress database, Instant now) throws IOException, SQLException {
        new Schema(database).migrate();
        AccountTable accounts = new AccountTable(database);
        enter(accounts, REVIEWERS, files.reviewers(), now);
        enter(accounts, KEEPER, files.keeper(), now);
    }

    private void enter(AccountTable accounts, List<NewAccount> some, Path file, Instant now)
            throws IOException, SQLException {
        if (!Files.exists(file)) {
            PrivateFile.write(file, some.stream().map(this::line).collect(Collectors.joining()));
        }
        Map<String, String> passwords = Files.readAllLines(file).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        for (NewAccount account : some) {
            String password = passwords.get(account.username());
            if (password != null) {
                accounts.put(account, PasswordHash.of(password.toCharArray()), now);
            }
        }
    }

    private String line(NewAccount account) {
        String role = account.role().name().toLowerCase(Locale.ROOT);
        return account.username() + " " + newPassword() + " " + role + "\n";
    }

    private String newPassword() {
        return random.ints(PASSWORD_LETTERS, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
