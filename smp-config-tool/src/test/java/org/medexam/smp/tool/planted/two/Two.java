package org.medexam.smp.tool.planted.two;

import org.medexam.smp.tool.planted.one.One;

/** Half of a planted cycle. */
public record Two(One other) {}
