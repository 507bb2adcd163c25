/**
 * Pages. Those below {@code mp/} and {@code lib/} are static files that get their data from the API; this package sets
 * their security headers. {@link org.medexam.smp.server.page.HtmlTemplate} renders the few pages that the server writes.
 */
package org.medexam.smp.server.page;
