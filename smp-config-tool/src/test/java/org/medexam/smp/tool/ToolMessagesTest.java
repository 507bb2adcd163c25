package org.medexam.smp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ToolMessagesTest {

    private final ToolMessages chinese = ToolMessages.of(Locale.SIMPLIFIED_CHINESE);
    private final ToolMessages english = ToolMessages.of(Locale.GERMANY);

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new TreeSet<>(chinese.words().keySet()))
                .isEqualTo(new TreeSet<>(english.words().keySet()));
    }

    @Test
    void aPortIsNoNumberWithAComma() {
        assertThat(english.say("port-taken", 8001)).startsWith("Port 8001 is in use");
        assertThat(chinese.say("port-taken", 8001)).startsWith("端口 8001 已被占用");
    }
}
