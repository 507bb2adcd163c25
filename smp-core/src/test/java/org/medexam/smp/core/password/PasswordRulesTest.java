package org.medexam.smp.core.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource({
        "reviewer1, correct horse,",
        "reviewer1, abcdefghij,",
        "reviewer1, 白银考点审核员的密码,",
        "reviewer1, abcdefghi, TOO_SHORT",
        "reviewer1, 😀😁😂🤣😃😄😅😆😉, TOO_SHORT",
        "reviewer1, '', TOO_SHORT TOO_UNIFORM",
        "reviewer1, 1212121212, TOO_UNIFORM",
        "reviewer1, aAaAbBbBcCcC, TOO_UNIFORM",
        "reviewer1, Reviewer1-2021, LIKE_USER_NAME",
        "li, climbing a hill,",
        "abcdefghijk, ABCDEFGHIJK, LIKE_USER_NAME",
        "审核员一号, 我是审核员一号没有错的, LIKE_USER_NAME"
    })
    void namesAllThatIsWrong(String userName, String password, String expected) {
        Set<PasswordFault> faults = expected == null
                ? Set.of()
                : Arrays.stream(expected.split(" ")).map(PasswordFault::valueOf).collect(Collectors.toSet());

        assertThat(PasswordRules.faults(userName, password.toCharArray())).isEqualTo(faults);
    }

    @ParameterizedTest
    @CsvSource({"128, false", "129, true"})
    void hasAnEnd(int length, boolean tooLong) {
        char[] password = "abcdefgh".repeat(17).substring(0, length).toCharArray();

        assertThat(PasswordRules.faults("reviewer1", password).contains(PasswordFault.TOO_LONG))
                .isEqualTo(tooLong);
    }
}
