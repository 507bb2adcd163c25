/** The settings, read once at the start and handed to each feature as its own record; and what is built from them. */
package org.medexam.smp.server.settings;
