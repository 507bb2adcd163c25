package org.medexam.smp.tool.service;

import java.util.List;

/** The machine's own programs: {@code systemctl}, {@code sc} and their like. */
interface Programs {

    /**
     * @param exitCode 127 where there is no such program
     * @param output all that it said
     */
    record Outcome(int exitCode, String output) {

        boolean isGood() {
            return exitCode == 0;
        }
    }

    /** Runs a program to its end. */
    Outcome run(List<String> command);
}
