/**
 * The description of the outer contract for programs ({@code openapi.json}) and a page on which people read and try
 * it (contract §1). The description is written by hand in {@code src/main/openapi}; tests hold it against the resource
 * classes and against real answers.
 */
package org.medexam.smp.server.openapi;
