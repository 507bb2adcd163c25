package org.medexam.smp.core.rows;

/**
 * What the database says of one kept picture.
 *
 * @param id the row's number
 * @param dossierNo whose picture it is
 * @param materialCode what it shows
 * @param location in the store
 * @param sha256 of the file that lies there
 * @param bytes its length
 */
public record PictureRow(long id, String dossierNo, String materialCode, String location, String sha256, long bytes) {}
