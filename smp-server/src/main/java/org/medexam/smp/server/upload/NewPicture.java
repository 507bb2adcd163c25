package org.medexam.smp.server.upload;

import org.medexam.smp.core.store.StoredFile;
import org.medexam.smp.imaging.stamp.StampedPicture;

/**
 * A picture that is on disk and has no record yet.
 *
 * @param receivedSha256 of what came in
 */
record NewPicture(String id, String receivedSha256, int receivedBytes, StampedPicture stamped, StoredFile file) {}
