package org.medexam.smp.core.catalogue;

/**
 * The paper that the rules were read out of.
 *
 * @param shortName as sources begin, e.g. {@code 白银2021}
 * @param title in full
 */
public record Notice(String shortName, String title) {}
