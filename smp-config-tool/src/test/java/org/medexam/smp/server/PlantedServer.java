package org.medexam.smp.server;

/** Stands for the server, so that a test can plant a dependency on it. */
public final class PlantedServer {}
