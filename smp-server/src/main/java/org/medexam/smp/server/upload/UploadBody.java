package org.medexam.smp.server.upload;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.glassfish.jersey.media.multipart.BodyPartEntity;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * The body of an upload, read when it is asked for and not before: {@code multipart/form-data} (RFC 7578) with one
 * part {@code file}. Never more than a picture may have, plus a little for the frame around it, is ever in memory.
 */
final class UploadBody implements Supplier<byte[]> {

    /** Boundaries, part headers and a few small fields of a form. */
    private static final int FRAME = 16 * 1024;

    private static final String PART = "file";

    private final Providers providers;
    private final HttpHeaders headers;
    private final InputStream body;
    private final int maxBytes;
    private final IntConsumer meter;

    /** @param meter is told how many bytes were read, piece by piece */
    UploadBody(Providers providers, HttpHeaders headers, InputStream body, int maxBytes, IntConsumer meter) {
        this.providers = providers;
        this.headers = headers;
        this.body = body;
        this.maxBytes = maxBytes;
        this.meter = meter;
    }

    /**
     * The bytes of the part.
     *
     * @throws Refusal {@code IMAGE_TOO_LARGE} as soon as the limit is crossed, {@code UPLOAD_MALFORMED},
     *     {@code UNSUPPORTED_MEDIA_TYPE} for a body that does not say what it is
     */
    @Override
    public byte[] get() {
        if (headers.getMediaType() == null) {
            throw Refusal.of(RefusalCode.UNSUPPORTED_MEDIA_TYPE, "no content type");
        }
        long longest = (long) maxBytes + FRAME;
        if (headers.getLength() > longest) {
            throw tooLarge();
        }
        try (FormDataMultiPart form = parse(new BoundedStream(body, longest, meter, UploadBody::tooLarge))) {
            List<FormDataBodyPart> parts = form.getFields(PART);
            if (parts == null || parts.size() != 1) {
                throw Refusal.of(RefusalCode.UPLOAD_MALFORMED, "not exactly one part named file");
            }
            try (InputStream part =
                    parts.get(0).getEntityAs(BodyPartEntity.class).getInputStream()) {
                byte[] bytes = part.readNBytes(maxBytes + 1);
                if (bytes.length > maxBytes) {
                    throw tooLarge();
                }
                return bytes;
            }
        } catch (IOException | WebApplicationException | IllegalArgumentException e) {
            throw Refusal.of(RefusalCode.UPLOAD_MALFORMED, "no whole multipart body", e);
        }
    }

    private FormDataMultiPart parse(InputStream bounded) throws IOException {
        MediaType type = headers.getMediaType();
        MultivaluedMap<String, String> all = headers.getRequestHeaders();
        MessageBodyReader<FormDataMultiPart> reader = providers.getMessageBodyReader(
                FormDataMultiPart.class, FormDataMultiPart.class, new Annotation[0], type);
        try {
            return reader.readFrom(
                    FormDataMultiPart.class, FormDataMultiPart.class, new Annotation[0], type, all, bounded);
        } catch (RuntimeException e) {
            throw refusalIn(e);
        }
    }

    /** The parser wraps what its stream throws. */
    private static Refusal refusalIn(RuntimeException thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return refusal;
            }
        }
        return Refusal.of(RefusalCode.UPLOAD_MALFORMED, "no whole multipart body", thrown);
    }

    private static Refusal tooLarge() {
        return Refusal.of(RefusalCode.IMAGE_TOO_LARGE, "more bytes than a picture may have");
    }
}
