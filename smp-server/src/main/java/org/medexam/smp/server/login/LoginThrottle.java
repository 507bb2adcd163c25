package org.medexam.smp.server.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * Each password check costs a tenth of a second of CPU on purpose, so one address gets so many a minute. Callers with
 * a valid ticket never come here.
 */
@Singleton
public class LoginThrottle {

    private static final int CHECKS_A_MINUTE = 60;
    private static final int ADDRESSES = 10_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    /** @throws Refusal {@code TOO_MANY_REQUESTS} */
    void admit(String address) {
        Bucket bucket = buckets.get(
                address,
                a -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(CHECKS_A_MINUTE).refillGreedy(CHECKS_A_MINUTE, Duration.ofMinutes(1)))
                        .build());
        if (!bucket.tryConsume(1)) {
            throw Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "logins from one address")
                    .retryAfter(Duration.ofSeconds(5));
        }
    }
}
