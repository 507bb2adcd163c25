/**
 * Messages to the candidate, shown at the top of the page (消息提醒).
 */
package org.medexam.smp.server.message;
