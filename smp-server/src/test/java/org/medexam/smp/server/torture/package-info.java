/**
 * Uploads, {@code kill -9} at a drawn moment, a restart on the same home, and the question whether anything that was
 * answered is lost: again and again. What it promises and what was measured: {@code docs/durability.md}.
 */
package org.medexam.smp.server.torture;
