/**
 * What stands in one snapshot, as one stream that is written and read once from front to back in constant memory: a ZIP
 * with {@code head.json}, the installation's files ({@code home/…}), one file of lines per table ({@code
 * tables/<name>.jsonl}), the list of pictures ({@code pictures.jsonl}) and, last, {@code end.json}, without which it
 * is not whole.
 *
 * <p>Promises to backup and restore: what is read is what was written, or a {@link
 * org.medexam.smp.core.snapshot.SnapshotDamaged}. Knows neither keys nor folders nor the database. The form is described
 * in docs/backup.md; a change that an older program cannot read takes another {@link
 * org.medexam.smp.core.snapshot.SnapshotHead#FORM}.
 */
package org.medexam.smp.core.snapshot;
