/**
 * Pushes the changes to SP and MP, in the form of Standard Webhooks, for those who would rather be told than ask
 * ({@code GET /changes} has the same). The table of changes is the outbox: what was committed is pushed at least once, in
 * order for each dossier, and a receiver that is away holds up nobody else (docs/adr/0013-change-feed.md).
 */
package org.medexam.smp.server.webhook;
