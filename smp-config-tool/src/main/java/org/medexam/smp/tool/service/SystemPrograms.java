package org.medexam.smp.tool.service;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

/** Those of this machine; nobody is asked anything. */
final class SystemPrograms implements Programs {

    private static final int NO_SUCH_PROGRAM = 127;

    @Override
    public Outcome run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), tongue());
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException missing) {
            return new Outcome(NO_SUCH_PROGRAM, missing.getMessage());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return new Outcome(NO_SUCH_PROGRAM, command.get(0));
        }
    }

    /** Windows' programs speak the machine's old encoding, whatever Java was told to use for files. */
    private static Charset tongue() {
        return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
