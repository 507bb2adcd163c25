/**
 * What a notice says about who hands in what, sentence by sentence. Every rule has its condition and its place in the
 * notice, and takes effect only where its condition is known to hold: while a fact is missing, a demand demands
 * nothing, and a relief relieves of nothing.
 */
package org.medexam.smp.core.rule;
