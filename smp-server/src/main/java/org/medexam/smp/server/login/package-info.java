/** The ways in: a ticket or a name and password becomes a session, and a session ends (contract §2). */
package org.medexam.smp.server.login;
