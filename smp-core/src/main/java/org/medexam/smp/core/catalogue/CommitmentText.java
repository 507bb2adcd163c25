package org.medexam.smp.core.catalogue;

/** What a candidate promises when submitting (S0:19); the version says which words were shown. */
public record CommitmentText(String version, String text) {}
