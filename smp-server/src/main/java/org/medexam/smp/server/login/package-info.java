/** Opens a session with a ticket or a password, shows and closes it (contract §2). */
package org.medexam.smp.server.login;
