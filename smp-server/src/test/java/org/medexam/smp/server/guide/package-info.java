/** What {@code docs/integration.md} shows to SP's and MP's programmers, compiled and run as it stands there. */
package org.medexam.smp.server.guide;
