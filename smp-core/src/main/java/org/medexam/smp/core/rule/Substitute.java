package org.medexam.smp.core.rule;

/** One material that stands in for another wherever that one is required. */
public record Substitute(Clause clause, String insteadOf, String material) {}
