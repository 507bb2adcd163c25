/**
 * Watches a running server's system calls and judges their order: a picture is on the disk under its name, and its
 * record is in the database's file on the disk, before anybody is told so.
 */
package org.medexam.smp.server.trace;
