/**
 * The server as a service of the machine. Promises to the window and the command line: {@link
 * org.medexam.smp.tool.service.Service} starts, stops, installs and removes it in the one way that this machine knows
 * (a systemd unit, a Windows service, or a process in the background where neither is installed), and says how it is
 * by asking its address, never by looking for its process. Every call blocks until what it names is done; what cannot
 * be done is a {@link org.medexam.smp.tool.Failed} whose sentence says what to do.
 */
package org.medexam.smp.tool.service;
