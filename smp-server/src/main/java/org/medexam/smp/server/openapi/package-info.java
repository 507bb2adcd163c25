/**
 * The OpenAPI document of the outer contract and a page to read and try it (contract §1). The document is written by
 * hand in {@code src/main/openapi}; tests compare it with the resource classes and with real responses.
 */
package org.medexam.smp.server.openapi;
