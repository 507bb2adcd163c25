/**
 * Keeps the stamped pictures: the only place that touches pictures' files.
 *
 * <p>Promises to the way of the data ({@code UploadPicture}): when {@link
 * org.medexam.smp.core.store.PictureStore#keep} comes back, a power cut loses nothing; what is read is what was
 * kept, byte for byte, or a {@link org.medexam.smp.core.refusal.Refusal}. An unstamped picture never gets here.
 * Nothing here knows HTTP or the database: whether a database and a store belong together is decided by {@link
 * org.medexam.smp.core.store.StoreBond} from what the caller found out.
 */
package org.medexam.smp.core.store;
