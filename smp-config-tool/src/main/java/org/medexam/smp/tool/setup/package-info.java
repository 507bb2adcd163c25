/**
 * Setting an installation up: its settings while they are filled in, what a look at each part of it found, its
 * database, keys, certificate and first account. The same for the window and for the command line: nothing here knows
 * either, and nothing here asks a person anything.
 *
 * <p>What is quick says so; everything else may take seconds and belongs on no window's own thread.
 */
package org.medexam.smp.tool.setup;
