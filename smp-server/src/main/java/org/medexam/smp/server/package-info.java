/** The web application itself: which JAX-RS classes there are, and what runs in the background. */
package org.medexam.smp.server;
