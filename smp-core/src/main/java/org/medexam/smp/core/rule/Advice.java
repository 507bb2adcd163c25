package org.medexam.smp.core.rule;

/** Why such an applicant is to be refused: advice for reviewers, blocks nothing. */
public record Advice(Clause clause, String text) {}
