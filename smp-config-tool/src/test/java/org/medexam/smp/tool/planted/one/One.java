package org.medexam.smp.tool.planted.one;

import org.medexam.smp.tool.planted.two.Two;

/** Half of a planted cycle. */
public record One(Two other) {}
