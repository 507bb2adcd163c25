package org.medexam.smp.server.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceParserTest {

    @Test
    void readsACallInOneLine() {
        List<SystemCall> calls = TraceParser.parse(
                Stream.of("7  write(3<socket:[5]>, \"a \\\"b\\\") = 9\", 10) = 10", "7 +++ exited with 0 +++"));

        assertThat(calls)
                .containsExactly(new SystemCall(1, 1, "write", "3<socket:[5]>, \"a \\\"b\\\") = 9\", 10", "10"));
        assertThat(calls.get(0).isOnSocket()).isTrue();
        assertThat(calls.get(0).text(0)).contains("a \\\"b\\\") = 9");
    }

    @Test
    void joinsACallThatOthersCameBetween() {
        List<SystemCall> calls = TraceParser.parse(Stream.of(
                "7 fsync(3</a> <unfinished ...>",
                "8 fsync(4</b> <unfinished ...>",
                "8 <... fsync resumed>)        = 0",
                "7 <... fsync resumed>)        = -1 EIO (Input/output error)"));

        assertThat(calls).extracting(SystemCall::begun).containsExactly(2, 1);
        assertThat(calls).extracting(SystemCall::ended).containsExactly(3, 4);
        assertThat(calls).extracting(SystemCall::worked).containsExactly(true, false);
        assertThat(calls.get(0).descriptor()).contains("/b");
    }

    @Test
    void aCallThatWasNotSeenToEndDidNotWork() {
        List<SystemCall> calls = TraceParser.parse(Stream.of("7 fsync(3</a> <unfinished ...>"));

        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).worked()).isFalse();
    }
}
