package org.medexam.smp.core.rule;

import java.util.OptionalInt;

/**
 * A material that must be handed in.
 *
 * @param exactly the number of pictures, where this sentence fixes one of its own
 */
public record Demand(String material, Clause clause, OptionalInt exactly) {}
