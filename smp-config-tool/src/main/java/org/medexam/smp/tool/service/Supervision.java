package org.medexam.smp.tool.service;

import java.io.IOException;

/** What watches over the server's process on this machine. */
sealed interface Supervision permits BackgroundProcess, SystemdUnit, WindowsService {

    /** In words for programs: {@code systemd}, {@code windows}, {@code background}. */
    String code();

    /** Whether it knows of a process that lives, answering or not yet. */
    boolean isAlive();

    /**
     * Asks for a start and returns; the address will say when it is done.
     *
     * @throws org.medexam.smp.tool.Failed when the machine refuses
     */
    void start() throws IOException, InterruptedException;

    /** Returns when the process is gone. */
    void stop() throws IOException, InterruptedException;
}
