/**
 * The picture store, as this server uses it: only while store and database belong together (same identity in both),
 * and swept of orphans only then.
 */
package org.medexam.smp.server.store;
