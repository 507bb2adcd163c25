/**
 * Whether a phone outside reaches SMP under its public name, and how fast: the tool asks for an address that is good
 * once and for ten minutes, a person opens it on a phone, and the page measures and posts what it found. Promises the
 * server that a stranger's phone costs it little: a few such addresses at a time, so many bytes each and no more.
 * Kept in memory: an acceptance is of one server, and is done again after a restart.
 */
package org.medexam.smp.server.reach;
