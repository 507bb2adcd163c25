/**
 * All rows of the database as plain values: read in one consistent snapshot, written into an empty database with the
 * numbers that they had; and the rows of pictures, as far as whoever compares them with files needs them.
 *
 * <p>Promises to backup, restore and verify: the same values come out of one kind of database as go into another;
 * nothing is held in memory but a page of rows. Plain JDBC, on whatever gives connections.
 */
package org.medexam.smp.core.rows;
