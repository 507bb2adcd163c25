-- SMP's first schema. T-SQL no newer than SQL Server 2008 R2, and the part of it that H2 (MODE=MSSQLServer) understands too.
-- ${exact} makes a column compare letter for letter ('a1' is not 'A1') on SQL Server; H2 compares so by itself.
-- Times are UTC. Names of tables and columns: docs/glossary.md.

-- Which store of pictures belongs to this database: one row, written once. See docs/adr/0005-store.md.
CREATE TABLE store_bond (
    id         INT           NOT NULL CONSTRAINT pk_store_bond PRIMARY KEY
                             CONSTRAINT ck_store_bond_only CHECK (id = 1),
    store_id   NVARCHAR(36)  NOT NULL,
    bonded_at  DATETIME2(3)  NOT NULL
);

CREATE TABLE dossier (
    id              BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_dossier PRIMARY KEY,
    no              NVARCHAR(40)   ${exact} NOT NULL CONSTRAINT uq_dossier_no UNIQUE,
    version         INT            NOT NULL,
    state           NVARCHAR(16)   ${exact} NOT NULL,
    catalogue       NVARCHAR(40)   ${exact} NOT NULL,
    exam_year       INT            NOT NULL,
    exam_category   NVARCHAR(12)   ${exact} NOT NULL,
    exam_name       NVARCHAR(80)   NOT NULL,
    site_code       NVARCHAR(12)   ${exact} NOT NULL,
    site_name       NVARCHAR(80)   NOT NULL,
    -- exact too: the usual Chinese collations of SQL Server take rare characters (𠮷) for one another
    candidate_name  NVARCHAR(80)   ${exact} NOT NULL,
    id_type         NVARCHAR(40)   NULL,
    id_number       NVARCHAR(40)   ${exact} NULL,
    phone           NVARCHAR(40)   NULL,
    facts           NVARCHAR(2000) NOT NULL,
    replaces        NVARCHAR(40)   ${exact} NULL,
    created_at      DATETIME2(3)   NOT NULL,
    changed_at      DATETIME2(3)   NOT NULL
);
-- every list is paged by id within one of these
CREATE INDEX ix_dossier_site    ON dossier (site_code, id);
CREATE INDEX ix_dossier_state   ON dossier (state, id);
CREATE INDEX ix_dossier_categ   ON dossier (exam_category, id);
CREATE INDEX ix_dossier_changed ON dossier (changed_at, id);
CREATE INDEX ix_dossier_name    ON dossier (candidate_name, id);
CREATE INDEX ix_dossier_id_no   ON dossier (id_number, id);

CREATE TABLE picture (
    id               BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_picture PRIMARY KEY,
    public_id        NVARCHAR(32)  ${exact} NOT NULL CONSTRAINT uq_picture_public_id UNIQUE,
    dossier_id       BIGINT        NOT NULL CONSTRAINT fk_picture_dossier REFERENCES dossier (id),
    material_code    NVARCHAR(20)  ${exact} NOT NULL,
    received_sha256  NVARCHAR(64)  ${exact} NOT NULL,
    received_bytes   INT           NOT NULL,
    kept_sha256      NVARCHAR(64)  ${exact} NOT NULL,
    bytes            INT           NOT NULL,
    width            INT           NOT NULL,
    height           INT           NOT NULL,
    format           NVARCHAR(4)   ${exact} NOT NULL,
    location         NVARCHAR(200) ${exact} NOT NULL CONSTRAINT uq_picture_location UNIQUE,
    uploaded_at      DATETIME2(3)  NOT NULL,
    superseded       BIT           NOT NULL
);
CREATE INDEX ix_picture_dossier ON picture (dossier_id, material_code, received_sha256);

-- The reviewers' own accounts, for those who do not come from MP.
CREATE TABLE account (
    id             BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_account PRIMARY KEY,
    username       NVARCHAR(40)  ${exact} NOT NULL CONSTRAINT uq_account_username UNIQUE,
    display_name   NVARCHAR(80)  NOT NULL,
    password_hash  NVARCHAR(200) ${exact} NOT NULL,
    role           NVARCHAR(10)  ${exact} NOT NULL,
    site_code      NVARCHAR(12)  ${exact} NULL,
    disabled       BIT           NOT NULL,
    failures       INT           NOT NULL,
    locked_until   DATETIME2(3)  NULL,
    created_at     DATETIME2(3)  NOT NULL
);

-- A session is known by the SHA-256 of its cookie, so that who reads the table cannot take it over.
CREATE TABLE session (
    id            BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_session PRIMARY KEY,
    token_sha256  NVARCHAR(64)  ${exact} NOT NULL CONSTRAINT uq_session_token UNIQUE,
    scope         NVARCHAR(10)  ${exact} NOT NULL,
    subject       NVARCHAR(80)  ${exact} NOT NULL,
    display_name  NVARCHAR(80)  NULL,
    role          NVARCHAR(10)  ${exact} NULL,
    site_code     NVARCHAR(12)  ${exact} NULL,
    account_id    BIGINT        NULL CONSTRAINT fk_session_account REFERENCES account (id),
    idle_until    DATETIME2(3)  NOT NULL,
    expires_at    DATETIME2(3)  NOT NULL
);
CREATE INDEX ix_session_account ON session (account_id);
CREATE INDEX ix_session_expires ON session (expires_at);

-- Reviewers' tickets that were exchanged for a session; kept until they are past their life.
CREATE TABLE used_ticket (
    id          BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_used_ticket PRIMARY KEY,
    issuer      NVARCHAR(4)   ${exact} NOT NULL,
    jti         NVARCHAR(128) ${exact} NOT NULL,
    expires_at  DATETIME2(3)  NOT NULL,
    CONSTRAINT uq_used_ticket UNIQUE (issuer, jti)
);
CREATE INDEX ix_used_ticket_expires ON used_ticket (expires_at);

-- Who did what; rows are only ever added.
CREATE TABLE audit_entry (
    id          BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_audit_entry PRIMARY KEY,
    at          DATETIME2(3)   NOT NULL,
    actor       NVARCHAR(80)   NOT NULL,
    actor_scope NVARCHAR(10)   ${exact} NOT NULL,
    action      NVARCHAR(40)   ${exact} NOT NULL,
    dossier_no  NVARCHAR(40)   ${exact} NULL,
    subject     NVARCHAR(100)  ${exact} NULL,
    address     NVARCHAR(45)   NULL
);
CREATE INDEX ix_audit_entry_dossier ON audit_entry (dossier_no, id);

-- What signs the links that MP's page puts into <img> for five minutes: one row, the same for every node.
CREATE TABLE link_key (
    id          INT           NOT NULL CONSTRAINT pk_link_key PRIMARY KEY CHECK (id = 1),
    secret      NVARCHAR(64)  ${exact} NOT NULL,
    created_at  DATETIME2(3)  NOT NULL
);
