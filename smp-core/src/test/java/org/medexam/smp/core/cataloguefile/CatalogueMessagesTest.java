package org.medexam.smp.core.cataloguefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueMessagesTest {

    @Test
    void bothLanguagesHaveTheSameMessagesWithTheSameArguments() {
        assertThat(CatalogueMessages.CHINESE.words().keySet())
                .isEqualTo(CatalogueMessages.ENGLISH.words().keySet());
        CatalogueMessages.CHINESE.words().forEach((message, words) -> {
            String english = CatalogueMessages.ENGLISH.words().get(message);
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
        assertThat(CatalogueMessages.ENGLISH.words().keySet())
                .containsAll(Arrays.stream(CatalogueError.values())
                        .map(CatalogueError::message)
                        .toList());
    }
}
