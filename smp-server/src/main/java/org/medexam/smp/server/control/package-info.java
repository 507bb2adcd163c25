/**
 * The control addresses ({@code /v1/control/…}), by which the configuration tool on the same machine tests an
 * installation. They are internal to SMP, may change with any version and are in no public description
 * (docs/adr/0011-control-addresses.md).
 */
package org.medexam.smp.server.control;
