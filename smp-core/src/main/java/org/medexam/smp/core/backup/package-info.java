/**
 * Backups of a whole installation, made while the server runs, and their way back on another machine.
 *
 * <p>A backup folder holds each picture once ({@code objects/}) and one file per backup ({@code snapshots/}): all rows
 * of the database as they were at one moment, the settings with their keys and passwords, and a list of the pictures
 * that those rows name. Everything is sealed ({@link org.medexam.smp.core.age}); how it lies there and how to open it
 * without SMP stands in docs/backup.md.
 *
 * <p>Promises to the district: every picture that was acknowledged before a backup began and that still exists is in
 * it, byte for byte, or is named as damaged; a backup that is not whole never looks like one; and no backup is made
 * before its key lies somewhere else too, checked by being read back. No clock: times are passed in.
 */
package org.medexam.smp.core.backup;
