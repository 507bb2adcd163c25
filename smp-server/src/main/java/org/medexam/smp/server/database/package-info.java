/**
 * The database as the server sees it: a pool that outlives a database that goes away and comes back, the entity
 * manager of the transaction at hand, and the promise that what was answered survives a power cut.
 *
 * <p>The container's own persistence unit refuses to deploy while the database is away, so SMP opens the unit
 * itself, when it is first needed and reachable (docs/adr/0004-persistence.md).
 */
package org.medexam.smp.server.database;
