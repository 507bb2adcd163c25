-- A dossier's life after the draft: submissions, reviews, messages, and the changes that SP and MP follow.
-- One column an ALTER: SQL Server and H2 write several at once differently.

-- until when what was returned can be mended; empty: until the next submission
ALTER TABLE dossier ADD due_at           DATETIME2(3) NULL;
ALTER TABLE dossier ADD published_at     DATETIME2(3) NULL;
-- this dossier's own upload window, where it has one
ALTER TABLE dossier ADD window_opens_at  DATETIME2(3) NULL;
ALTER TABLE dossier ADD window_closes_at DATETIME2(3) NULL;
-- who has the case on the table just now; no change of the dossier, so its version does not count it
ALTER TABLE dossier ADD claimed_by       NVARCHAR(80) NULL;
ALTER TABLE dossier ADD claimed_name     NVARCHAR(80) NULL;
ALTER TABLE dossier ADD claimed_until    DATETIME2(3) NULL;
CREATE INDEX ix_dossier_due ON dossier (due_at, id);

-- what once was submitted is never destroyed
ALTER TABLE picture ADD submitted BIT DEFAULT 0 NOT NULL;

-- what the last review said about one material; no row: what the dossier's state says
CREATE TABLE material_mark (
    id             BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_material_mark PRIMARY KEY,
    dossier_id     BIGINT        NOT NULL CONSTRAINT fk_material_mark_dossier REFERENCES dossier (id),
    material_code  NVARCHAR(20)  ${exact} NOT NULL,
    mark           NVARCHAR(10)  ${exact} NOT NULL,
    reason         NVARCHAR(500) NULL,
    CONSTRAINT uq_material_mark UNIQUE (dossier_id, material_code)
);

CREATE TABLE submission (
    id                  BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_submission PRIMARY KEY,
    dossier_id          BIGINT         NOT NULL CONSTRAINT fk_submission_dossier REFERENCES dossier (id),
    at                  DATETIME2(3)   NOT NULL,
    version             INT            NOT NULL,
    commitment_version  NVARCHAR(40)   ${exact} NOT NULL,
    address             NVARCHAR(45)   NOT NULL,
    message             NVARCHAR(200)  NOT NULL,
    images              NVARCHAR(MAX)  NOT NULL,
    excused             NVARCHAR(MAX)  NOT NULL,
    signature           NVARCHAR(MAX)  NOT NULL,
    seal                NVARCHAR(2000) NOT NULL
);
CREATE INDEX ix_submission_dossier ON submission (dossier_id, id);

CREATE TABLE review (
    id             BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_review PRIMARY KEY,
    dossier_id     BIGINT         NOT NULL CONSTRAINT fk_review_dossier REFERENCES dossier (id),
    at             DATETIME2(3)   NOT NULL,
    version        INT            NOT NULL,
    stage          NVARCHAR(10)   ${exact} NOT NULL,
    decision       NVARCHAR(10)   ${exact} NOT NULL,
    problem        NVARCHAR(12)   ${exact} NULL,
    opinion        NVARCHAR(2000) NULL,
    feedback       NVARCHAR(2000) NULL,
    materials      NVARCHAR(MAX)  NOT NULL,
    due_at         DATETIME2(3)   NULL,
    reviewer       NVARCHAR(80)   NOT NULL,
    reviewer_name  NVARCHAR(80)   NULL,
    via            NVARCHAR(10)   ${exact} NOT NULL,
    images         NVARCHAR(MAX)  NOT NULL
);
CREATE INDEX ix_review_dossier ON review (dossier_id, id);

-- what the candidate reads at the top of the page; held: not before the results are published
CREATE TABLE message (
    id          BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_message PRIMARY KEY,
    dossier_id  BIGINT         NOT NULL CONSTRAINT fk_message_dossier REFERENCES dossier (id),
    at          DATETIME2(3)   NOT NULL,
    sender      NVARCHAR(10)   ${exact} NOT NULL,
    text        NVARCHAR(2000) NOT NULL,
    held        BIT            NOT NULL
);
CREATE INDEX ix_message_dossier ON message (dossier_id, id);

-- The changes, numbered without a gap in the order in which they were committed: whoever numbers one holds the counter's
-- row until the transaction ends. See docs/adr/0013-change-feed.md.
CREATE TABLE change_counter (
    id        INT    NOT NULL CONSTRAINT pk_change_counter PRIMARY KEY CHECK (id = 1),
    last_seq  BIGINT NOT NULL
);
INSERT INTO change_counter (id, last_seq) VALUES (1, 0);

CREATE TABLE change_entry (
    seq         BIGINT         NOT NULL CONSTRAINT pk_change_entry PRIMARY KEY,
    at          DATETIME2(3)   NOT NULL,
    type        NVARCHAR(20)   ${exact} NOT NULL,
    dossier_no  NVARCHAR(40)   ${exact} NOT NULL,
    site_code   NVARCHAR(12)   ${exact} NOT NULL,
    details     NVARCHAR(MAX)  NOT NULL
);
CREATE INDEX ix_change_entry_at ON change_entry (at);

-- How far each receiver of pushed changes has come, which node sends to it until when (by the database's own clock),
-- and what must be sent to it again.
CREATE TABLE webhook_progress (
    receiver    NVARCHAR(4)   ${exact} NOT NULL CONSTRAINT pk_webhook_progress PRIMARY KEY,
    seq         BIGINT        NOT NULL,
    holder      NVARCHAR(36)  ${exact} NULL,
    held_until  DATETIME2(3)  NULL
);
CREATE TABLE webhook_retry (
    id          BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_webhook_retry PRIMARY KEY,
    receiver    NVARCHAR(4)   ${exact} NOT NULL,
    seq         BIGINT        NOT NULL,
    dossier_no  NVARCHAR(40)  ${exact} NOT NULL,
    attempts    INT           NOT NULL,
    next_at     DATETIME2(3)  NOT NULL,
    CONSTRAINT uq_webhook_retry UNIQUE (receiver, seq)
);
CREATE INDEX ix_webhook_retry_next ON webhook_retry (receiver, next_at);
CREATE INDEX ix_webhook_retry_dossier ON webhook_retry (receiver, dossier_no, seq);

-- What signs receipts and webhooks, the same for every node; old ones stay so that old receipts can be checked.
CREATE TABLE signing_key (
    kid          NVARCHAR(64)   ${exact} NOT NULL CONSTRAINT pk_signing_key PRIMARY KEY,
    private_jwk  NVARCHAR(2000) ${exact} NOT NULL,
    created_at   DATETIME2(3)   NOT NULL
);
