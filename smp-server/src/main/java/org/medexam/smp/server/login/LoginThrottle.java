package org.medexam.smp.server.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * Limits the password logins of one address, because each one costs a tenth of a second of CPU. Logins with a ticket are
 * not limited.
 */
@Singleton
public class LoginThrottle {

    private static final int MAX_LOGINS_PER_MINUTE = 60;
    private static final int MAX_ADDRESSES = 10_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    /** @throws Refusal {@code TOO_MANY_REQUESTS} */
    void admit(String address) {
        Bucket bucket = buckets.get(
                address,
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(MAX_LOGINS_PER_MINUTE)
                                .refillGreedy(MAX_LOGINS_PER_MINUTE, Duration.ofMinutes(1)))
                        .build());
        if (!bucket.tryConsume(1)) {
            throw Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "logins from one address")
                    .retryAfter(Duration.ofSeconds(5));
        }
    }
}
