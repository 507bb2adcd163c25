/**
 * 部署验收: whether an installation can be handed over, found out by using it. The manual's own test (S0:709) and more:
 * a drawn picture goes the whole way of a candidate's, the disk and the clocks are measured, a phone outside opens a
 * one-time address. Promises that nothing of it stays: neither picture nor dossier nor file; and that whatever is wrong
 * becomes a step of the report, never an exception. The window and the command line both use it.
 */
package org.medexam.smp.tool.acceptance;
