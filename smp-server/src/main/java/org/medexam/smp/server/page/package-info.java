/**
 * The pages below {@code mp/} and {@code lib/}: plain files of the web application, dressed here so that a browser
 * lets them run nothing but their own scripts and shows them in nobody's frame. What is on them is the browser's
 * work; all they know comes through the API.
 */
package org.medexam.smp.server.page;
