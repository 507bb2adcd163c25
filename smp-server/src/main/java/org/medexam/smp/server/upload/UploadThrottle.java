package org.medexam.smp.server.upload;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Caller;

/** What one candidate may upload in a minute: ten times what the contract (§2) promises, so that nobody real meets it. */
@Singleton
public class UploadThrottle {

    private static final int UPLOADS_A_MINUTE = 600;
    private static final int CANDIDATES = 20_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(CANDIDATES)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    /** @throws Refusal {@code TOO_MANY_REQUESTS} */
    void admit(Caller.Candidate candidate) {
        Bucket bucket = buckets.get(
                candidate.dossierNo(),
                no -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(UPLOADS_A_MINUTE).refillGreedy(UPLOADS_A_MINUTE, Duration.ofMinutes(1)))
                        .build());
        if (!bucket.tryConsume(1)) {
            throw Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "uploads of one candidate")
                    .retryAfter(Duration.ofSeconds(2));
        }
    }
}
