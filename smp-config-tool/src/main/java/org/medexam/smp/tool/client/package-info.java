/** The one HTTP client of the tool: it speaks to the server on the same machine. */
package org.medexam.smp.tool.client;
