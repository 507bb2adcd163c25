package org.medexam.smp.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The one row that names the store which belongs to this database. */
@Entity
@Table(name = "store_bond")
public class StoreBondRow {

    static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "store_id")
    private String storeId;

    @Column(name = "bonded_at")
    private Instant bondedAt;

    protected StoreBondRow() {}

    StoreBondRow(UUID storeId, Instant now) {
        this.id = ONLY;
        this.storeId = storeId.toString();
        this.bondedAt = now;
    }

    UUID storeId() {
        return UUID.fromString(storeId);
    }
}
