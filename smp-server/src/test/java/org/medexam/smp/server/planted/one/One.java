package org.medexam.smp.server.planted.one;

import org.medexam.smp.server.planted.two.Two;

/** Half of a cycle. */
public record One(Two other) {}
