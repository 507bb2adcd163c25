package org.medexam.smp.server.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.medexam.smp.core.picture.PicturePipeline;
import org.medexam.smp.server.material.StoredPicture;

/** Small views, made of the stamped picture when first asked for and remembered in memory for a while. */
@Singleton
public class Thumbnails {

    private static final int CACHE_BYTES = 32 * 1024 * 1024;

    private final PictureAccess kept;
    private final PicturePipeline pictures;
    private final Cache<String, byte[]> cache = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((String key, byte[] jpeg) -> jpeg.length)
            .build();

    @Inject
    Thumbnails(PictureAccess kept, PicturePipeline pictures) {
        this.kept = kept;
        this.pictures = pictures;
    }

    byte[] of(StoredPicture picture) {
        return cache.get(picture.keptSha256(), digest -> pictures.thumbnail(kept.bytes(picture)));
    }
}
