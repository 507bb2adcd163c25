/**
 * Catalogues as files that a district writes itself (docs/catalogue-files.md). A file is read whole or not at all:
 * every fault is named with its line, in Chinese and in English. For whoever writes one there is a check, a
 * comparison with another file, and the matrix of all materials.
 */
package org.medexam.smp.core.cataloguefile;
