/**
 * New programs in the place of old ones. Promises to the administrator: settings, keys and pictures are never touched;
 * what was replaced lies in {@code previous/}; a failure at any step brings programs and embedded database back to
 * where they were, and so does the next call after a power cut.
 */
package org.medexam.smp.tool.upgrade;
