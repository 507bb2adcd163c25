/**
 * What stands at the port's root, outside of {@code /nme/ext}: nothing, said in our own words. A web application of
 * its own ({@code smp-root.war}), without which the container would answer there, and tell its name.
 */
package org.medexam.smp.server.root;
