package org.medexam.smp.server.material;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.medexam.smp.core.store.StoredFile;
import org.medexam.smp.imaging.inspect.PictureFormat;
import org.medexam.smp.imaging.stamp.StampedPicture;

/**
 * The record of one stored picture: the digest of the received file, and the facts and location of the stored one. Bytes,
 * width and height are those of the stamped picture.
 */
@Entity
@Table(name = "picture")
public class StoredPicture {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "dossier_id")
    private Long dossierId;

    @Column(name = "material_code")
    private String materialCode;

    @Column(name = "received_sha256")
    private String receivedSha256;

    @Column(name = "received_bytes")
    private int receivedBytes;

    @Column(name = "kept_sha256")
    private String keptSha256;

    private int bytes;
    private int width;
    private int height;
    private String format;
    private String location;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    private boolean superseded;
    private boolean submitted;

    protected StoredPicture() {}

    /**
     * @param publicId its id in the API and in the store
     * @param received SHA-256 of the file that the candidate sent
     * @param receivedBytes size of that file in bytes
     */
    public StoredPicture(
            String publicId,
            long dossierId,
            String materialCode,
            String received,
            int receivedBytes,
            StampedPicture stamped,
            StoredFile file,
            Instant now) {
        this.publicId = publicId;
        this.dossierId = dossierId;
        this.materialCode = materialCode;
        this.receivedSha256 = received;
        this.receivedBytes = receivedBytes;
        this.keptSha256 = file.sha256();
        this.bytes = stamped.bytes().length;
        this.width = stamped.width();
        this.height = stamped.height();
        this.format = stamped.format().name();
        this.location = file.location();
        this.uploadedAt = now;
    }

    public Long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public Long dossierId() {
        return dossierId;
    }

    public String materialCode() {
        return materialCode;
    }

    public String receivedSha256() {
        return receivedSha256;
    }

    public String keptSha256() {
        return keptSha256;
    }

    public int bytes() {
        return bytes;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public PictureFormat format() {
        return PictureFormat.valueOf(format);
    }

    public String location() {
        return location;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    /** Whether it was part of a submission. {@code RemovePicture} keeps the file of such a picture. */
    public boolean submitted() {
        return submitted;
    }

    /** Marks the picture as removed by the candidate. Reviewers and MP still see it. */
    public void supersede() {
        superseded = true;
    }

    public boolean superseded() {
        return superseded;
    }
}
