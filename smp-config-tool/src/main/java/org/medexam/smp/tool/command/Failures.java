package org.medexam.smp.tool.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.medexam.smp.core.settings.SettingsRefused;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What becomes of a command that could not do it: a sentence for people, or an object for programs; no stack trace. */
final class Failures implements IExecutionExceptionHandler {

    private final ToolMessages texts;

    Failures(ToolMessages texts) {
        this.texts = texts;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) throws Exception {
        if (thrown instanceof SettingsRefused) {
            return told(command, thrown.getMessage(), Smp.ASKED_WRONGLY);
        }
        if (thrown instanceof Failed) {
            return told(command, thrown.getMessage(), Smp.COULD_NOT);
        }
        if (thrown instanceof UncheckedIOException unchecked) {
            return told(command, file(unchecked.getCause()), Smp.COULD_NOT);
        }
        if (thrown instanceof IOException io) {
            return told(command, file(io), Smp.COULD_NOT);
        }
        throw thrown;
    }

    private String file(IOException thrown) {
        return thrown instanceof FileSystemException system && system.getFile() != null
                ? texts.say("failed.file", system.getFile())
                : texts.say("failed.io", thrown.getMessage());
    }

    private static int told(CommandLine command, String sentence, int exitCode) throws JsonProcessingException {
        ParseResult asked = command.getParseResult();
        if (asked != null && asked.hasMatchedOption("--json")) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("error", sentence);
            members.put("exitCode", exitCode);
            command.getOut().println(new ObjectMapper().writeValueAsString(members));
        } else {
            command.getErr().println(sentence);
        }
        return exitCode;
    }
}
