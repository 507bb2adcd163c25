package org.medexam.smp.tool.acceptance;

/** Tries one thing. */
@FunctionalInterface
interface Check {

    /**
     * @throws ServerAway when it needs the server and that does not answer
     * @throws RunningServer.KeyUnreadable when it needs the control addresses and may not use them
     */
    AcceptanceStep look(Step step) throws InterruptedException;
}
