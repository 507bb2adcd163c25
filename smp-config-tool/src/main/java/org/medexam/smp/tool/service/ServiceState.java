package org.medexam.smp.tool.service;

import java.net.URI;
import java.util.Optional;
import org.medexam.smp.tool.ToolMessages;

/**
 * How the server of one home is, as its address says.
 *
 * @param address where people find it, e.g. {@code https://smp.example.cn/nme/ext}
 * @param port of plain http on this machine
 * @param health what the server says of itself; empty unless it answers
 */
public record ServiceState(Condition condition, URI address, int port, Optional<Health> health) {

    /** What can be the matter. */
    public enum Condition {
        STOPPED("stopped"),
        STARTING("starting"),
        RUNNING("running"),
        /** It answers, and cannot take pictures in now; {@link Health} says why. */
        RUNNING_BUT("not-ready"),
        /** Some other program listens on our port. */
        PORT_TAKEN_BY_OTHER("port-taken");

        private final String code;

        Condition(String code) {
            this.code = code;
        }

        /** For programs: {@code running}, {@code not-ready}, … */
        public String code() {
            return code;
        }
    }

    /** Whether it does what it is there for. */
    public boolean isWell() {
        return condition == Condition.RUNNING;
    }

    /** One sentence for people; where something is wrong it says what to do. */
    public String sentence(ToolMessages texts) {
        return switch (condition) {
            case STOPPED -> texts.say("service.stopped");
            case STARTING -> texts.say("service.starting");
            case RUNNING -> texts.say("service.running", address);
            case PORT_TAKEN_BY_OTHER -> texts.say("service.port-taken", port);
            case RUNNING_BUT ->
                texts.say(
                        health.map(Health::isDatabaseUp).orElse(true)
                                ? "service.storage-down"
                                : "service.database-down");
        };
    }
}
