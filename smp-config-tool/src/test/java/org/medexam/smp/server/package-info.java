/** Stands for the server in planted violations. */
package org.medexam.smp.server;
