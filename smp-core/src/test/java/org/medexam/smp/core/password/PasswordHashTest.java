package org.medexam.smp.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    /** Made with Python's hashlib.pbkdf2_hmac: another implementation must agree. */
    private static final String OF_ANOTHER_PROGRAM =
            "pbkdf2-sha512$120000$AAECAwQFBgcICQoLDA0ODw$j3rBRznS2zCNo2E22wvKrxTL4Wm1y_nnE5w9bcMO7REbOHvUjoElNrAZtoAdwLi74_lWaVLJ-0JCQrEVej8CqQ";

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "密码很长很安全的样子", "😀😀😀😀😀", ""})
    void takesThePasswordAndNoOther(String password) {
        PasswordHash hash = PasswordHash.of(password.toCharArray());

        assertThat(hash.matches(password.toCharArray())).isTrue();
        assertThat(hash.matches((password + " ").toCharArray())).isFalse();
        assertThat(hash.encoded()).startsWith("pbkdf2-sha512$210000$").hasSizeLessThanOrEqualTo(140);
        assertThat(hash.outdated()).isFalse();
    }

    @Test
    void agreesWithAnotherProgram() {
        PasswordHash hash = new PasswordHash(OF_ANOTHER_PROGRAM);

        assertThat(hash.matches("正确的马 battery".toCharArray())).isTrue();
        assertThat(hash.matches("正确的马 Battery".toCharArray())).isFalse();
        assertThat(hash.outdated()).isTrue();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        char[] password = "correct horse battery".toCharArray();

        assertThat(PasswordHash.of(password)).isNotEqualTo(PasswordHash.of(password));
    }

    @Test
    void neverPrints() {
        assertThat(new PasswordHash(OF_ANOTHER_PROGRAM).toString()).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "pbkdf2-sha512$0$AAAAAAAAAAAAAAAAAAAAAA$A",
                "pbkdf2-sha256$210000$AAAAAAAAAAAAAAAAAAAAAA$A",
                "$2b$12$abcdefghijklmnopqrstuv"
            })
    void refusesWhatIsNoHash(String text) {
        assertThatThrownBy(() -> new PasswordHash(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownAccountCostsAsMuchAsAWrongPassword() {
        PasswordHash hash = PasswordHash.of("correct horse battery".toCharArray());
        char[] wrong = "wrong horse battery".toCharArray();
        hash.matches(wrong);
        PasswordHash.verifyAgainstNobody(wrong);

        long known = cpuTime(() -> hash.matches(wrong));
        long unknown = cpuTime(() -> PasswordHash.verifyAgainstNobody(wrong));

        // wide, for a busy machine: it is about skipping the work, which would be a thousand times less
        assertThat((double) unknown / known).isBetween(0.4, 2.5);
    }

    /** The least of five, in nanoseconds of this thread alone. */
    private static long cpuTime(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadCpuTime();
            work.run();
            least = Math.min(least, threads.getCurrentThreadCpuTime() - before);
        }
        return least;
    }
}
