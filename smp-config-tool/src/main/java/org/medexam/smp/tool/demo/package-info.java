/**
 * A running SMP for trying (contract §5): throw-away keys, made-up candidates, accounts whose passwords lie open in
 * a file. Touches no home that it did not make itself.
 */
package org.medexam.smp.tool.demo;
