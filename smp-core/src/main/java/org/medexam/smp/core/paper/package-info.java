/**
 * Papers that people print, sign and keep: PDF with its letters inside, so that it looks alike wherever it is opened.
 * A {@link org.medexam.smp.core.paper.Paper} is what it says; {@link org.medexam.smp.core.paper.PaperWriter} makes the
 * file. Promises to whoever writes one: the same paper is the same file, byte for byte; nothing is in it that the
 * paper does not say (no author, no machine, no time); a letter that the font lacks becomes 〓 and fails nothing; and a
 * machine without any font or screen will do.
 */
package org.medexam.smp.core.paper;
