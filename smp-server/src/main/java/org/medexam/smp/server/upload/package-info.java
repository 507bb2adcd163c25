/**
 * Taking pictures in and taking them back: {@link org.medexam.smp.server.upload.UploadPicture} is the whole way of
 * the data on one screen. An unstamped picture lives here, in memory, and nowhere else.
 */
package org.medexam.smp.server.upload;
