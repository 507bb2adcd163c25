-- A trial dossier is the acceptance test's own: it stands in no list and is removed with its pictures soon after.
ALTER TABLE dossier ADD trial BIT DEFAULT 0 NOT NULL;
CREATE INDEX ix_dossier_trial ON dossier (trial, id);
