package org.medexam.smp.core.cataloguefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void bothLanguagesHaveTheSameMessagesWithTheSameArguments() {
        assertThat(Words.CHINESE.words().keySet())
                .isEqualTo(Words.ENGLISH.words().keySet());
        Words.CHINESE.words().forEach((message, words) -> {
            String english = Words.ENGLISH.words().get(message);
            for (String argument : List.of("{0}", "{1}", "{2}", "{3}", "{4}")) {
                assertThat(words.contains(argument)).as(message).isEqualTo(english.contains(argument));
            }
            // an apostrophe would swallow the arguments after it
            assertThat(english).doesNotContain("'");
            assertThat(words).doesNotContain("'");
        });
    }

    @Test
    void everyFaultHasItsWords() {
        assertThat(Words.ENGLISH.words().keySet())
                .containsAll(Arrays.stream(CatalogueError.values())
                        .map(CatalogueError::message)
                        .toList());
    }
}
