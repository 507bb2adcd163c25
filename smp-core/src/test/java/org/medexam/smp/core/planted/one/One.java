package org.medexam.smp.core.planted.one;

import org.medexam.smp.core.planted.two.Two;

/** Half of a cycle. */
public record One(Two other) {}
