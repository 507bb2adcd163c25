package org.medexam.smp.tool.acceptance;

import org.medexam.smp.tool.client.ServerUnreachable;

/** Tries one thing. */
@FunctionalInterface
interface AcceptanceCheck {

    /**
     * @throws ServerUnreachable when it needs the server and that does not answer
     * @throws KeyUnreadable when it needs the control addresses and may not use them
     */
    AcceptanceStep look(StepResult step) throws InterruptedException;
}
