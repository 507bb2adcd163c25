package org.medexam.smp.core.age;

import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * To whom a file is sealed; public.
 *
 * @param text {@code age1…}
 */
public record AgeRecipient(String text) {

    /** @throws IllegalArgumentException when the text is no X25519 recipient */
    public AgeRecipient {
        try {
            X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text);
        } catch (GeneralSecurityException | RuntimeException noRecipient) {
            throw new IllegalArgumentException("not an age recipient", noRecipient);
        }
    }

    /**
     * What is written to the stream comes out sealed.
     *
     * @param sealed closed with the stream; a stream that is not closed leaves a file that nobody takes for whole
     */
    public OutputStream seal(OutputStream sealed) throws IOException {
        try {
            return Channels.newOutputStream(new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(
                            Channels.newChannel(sealed),
                            List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text))));
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot be sealed", e);
        }
    }
}
