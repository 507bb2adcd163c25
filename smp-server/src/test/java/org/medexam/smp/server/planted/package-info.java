/** Violations of the house's nevers, planted so that each rule is seen to find its own. Nothing here ever runs. */
package org.medexam.smp.server.planted;
