package org.medexam.smp.server.central;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The number of the last change: one row, which whoever numbers a change holds until its transaction ends. */
@Entity
@Table(name = "change_counter")
public class ChangeCounter {

    static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "last_seq")
    private long lastSeq;

    protected ChangeCounter() {}
}
