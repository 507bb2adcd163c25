/**
 * SMP's own signature, with Ed25519 (RFC 8032): for receipts that a candidate shows to somebody who has nothing but the
 * public key, and for the webhooks that it sends. Tickets, which others sign for SMP, are another package's.
 */
package org.medexam.smp.core.signature;
