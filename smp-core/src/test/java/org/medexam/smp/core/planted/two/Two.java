package org.medexam.smp.core.planted.two;

import org.medexam.smp.core.planted.one.One;

/** The other half of a cycle. */
public record Two(One other) {}
