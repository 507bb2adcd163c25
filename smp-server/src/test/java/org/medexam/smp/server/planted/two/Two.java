package org.medexam.smp.server.planted.two;

import org.medexam.smp.server.planted.one.One;

/** The other half of a cycle. */
public record Two(One other) {}
