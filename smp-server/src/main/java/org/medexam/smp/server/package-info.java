/** The web application: its JAX-RS classes and its background tasks. */
package org.medexam.smp.server;
