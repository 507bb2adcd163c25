package org.medexam.smp.server.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.medexam.smp.core.settings.PictureSettings;

/**
 * Makes the size limit of pictures known to texts outside JAX-RS: the answers of servlets and filters, and the page that
 * explains {@code image-too-large}.
 */
@Singleton
public class SizeLimit {

    /** Name of the placeholder in texts; the response has no such member. */
    static final String PLACEHOLDER = "limit";

    private static final String ATTRIBUTE = SizeLimit.class.getName();

    private final PictureSettings settings;

    @Inject
    SizeLimit(PictureSettings settings) {
        this.settings = settings;
    }

    void publish(@Observes @Initialized(ApplicationScoped.class) Object context) {
        ((ServletContext) context).setAttribute(ATTRIBUTE, text(settings.maxBytes()));
    }

    /** Returns the limit as a person reads it, for instance {@code 200K}. */
    static String in(ServletContext context) {
        return String.valueOf(context.getAttribute(ATTRIBUTE));
    }

    /** Returns bytes in K (1,024 bytes), with one decimal place where it is needed. */
    static String text(int bytes) {
        return new BigDecimal(bytes)
                        .divide(BigDecimal.valueOf(1024), 1, RoundingMode.DOWN)
                        .stripTrailingZeros()
                        .toPlainString()
                + "K";
    }
}
