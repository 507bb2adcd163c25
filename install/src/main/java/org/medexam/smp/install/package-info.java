/** The last steps of the build: what the folder SMP needs beside its programs. Nothing of it is handed out. */
package org.medexam.smp.install;
