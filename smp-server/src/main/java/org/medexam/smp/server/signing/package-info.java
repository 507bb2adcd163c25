/** SMP's own signing keys, the same for every node: what receipts and webhooks are signed with, and {@code GET /keys}. */
package org.medexam.smp.server.signing;
