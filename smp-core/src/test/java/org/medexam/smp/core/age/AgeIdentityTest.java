package org.medexam.smp.core.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeIdentityTest {

    private final AgeIdentity identity = AgeIdentity.generate();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void whatWasSealedComesOutAsItWas(int length) throws Exception {
        byte[] plain = bytes(length);

        byte[] sealed = seal(plain);

        assertThat(identity.open(new ByteArrayInputStream(sealed)).readAllBytes())
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 65_000, 65_600, 130_000, 199_999})
    void whatWasCutDoesNotOpen(int left) throws Exception {
        byte[] cut = Arrays.copyOf(seal(bytes(200_000)), left);

        assertThatThrownBy(() -> identity.open(new ByteArrayInputStream(cut)).readAllBytes())
                .isInstanceOf(IOException.class);
    }

    @Test
    void noFlippedBitGoesUnseen() throws Exception {
        byte[] sealed = seal(bytes(300));
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] flipped = sealed.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));

            assertThatThrownBy(() ->
                            identity.open(new ByteArrayInputStream(flipped)).readAllBytes())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void nobodyElseOpensIt() throws Exception {
        byte[] sealed = seal(bytes(10));

        assertThatThrownBy(() -> AgeIdentity.generate().open(new ByteArrayInputStream(sealed)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aKeyFileIsReadWithItsComments() {
        String file = "# made\r\n# public key: " + identity.recipient().text() + "\r\n" + identity.reveal() + "\r\n";

        assertThat(AgeIdentity.parse(file)).map(AgeIdentity::recipient).contains(identity.recipient());
        assertThat(AgeIdentity.parse("# nothing")).isEmpty();
        assertThat(AgeIdentity.parse(identity.reveal().replaceFirst(".$", "")))
                .as("one letter is missing")
                .isEmpty();
    }

    /** Made with age-keygen 1.1.1. */
    @Test
    void theRecipientFollowsFromTheSecretAsInOtherPrograms() {
        assertThat(AgeIdentity.parse("AGE-SECRET-KEY-1FNTMKY0W9VHZ5G6KQEYVHYAKP84YSEWXK94RU7VAASAUT3A28Q0QDT7HRK"))
                .map(AgeIdentity::recipient)
                .contains(new AgeRecipient("age1cw8tua352j8zqmwnuv7gyeuytelstf0ku9pnmz8huxsz6ftv99eqe0c777"));
    }

    @Test
    void aSecretNeverPrints() {
        assertThat(identity).hasToString("***");
    }

    private byte[] seal(byte[] plain) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = identity.recipient().seal(sealed)) {
            out.write(plain);
        }
        return sealed.toByteArray();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
