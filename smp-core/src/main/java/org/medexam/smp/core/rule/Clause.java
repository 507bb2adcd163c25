package org.medexam.smp.core.rule;

import org.medexam.smp.core.fact.Condition;

/** What every rule has: when it is so, and where the notice says it. */
public record Clause(Condition when, Source source) {}
