/**
 * What the tool on this machine asks of the running server ({@code /v1/control/…}), and what nobody else can: the
 * acceptance of an installation. Which addresses these are is between this program and its own tool, so they may
 * change with any version and stand in no public description (docs/adr/0011-control-addresses.md).
 */
package org.medexam.smp.server.control;
