/**
 * How the server's process is started: one place for the command line and the container's settings, so that the
 * command line tool, the service and the tests start the very same server; and the files with secrets beside it.
 */
package org.medexam.smp.core.launch;
