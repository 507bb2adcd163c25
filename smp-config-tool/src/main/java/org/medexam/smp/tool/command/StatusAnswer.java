package org.medexam.smp.tool.command;

import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.service.ServiceState;

/** A server's state as the commands answer it. */
final class StatusAnswer {

    private StatusAnswer() {}

    static int end(CommandOutput answer, ServiceState state, ToolMessages texts) {
        say(answer, state, texts);
        return answer.end(exitCode(state));
    }

    static void say(CommandOutput answer, ServiceState state, ToolMessages texts) {
        answer.say(state.sentence(texts));
        answer.tell("state", state.condition().code());
        answer.tell("address", state.address().toString());
        answer.tell("port", state.port());
    }

    static int exitCode(ServiceState state) {
        return state.isWell() ? 0 : Smp.NOT_WELL;
    }
}
