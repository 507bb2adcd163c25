package org.medexam.smp.server.picture;

/** @param reviewer for whom MP asks; goes into the audit trail */
record LinksRequest(String reviewer) {}
