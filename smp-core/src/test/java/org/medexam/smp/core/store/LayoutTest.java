package org.medexam.smp.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    @ParameterizedTest
    @CsvSource({
        "6215, a1, ID_DOC, 6215/a1/ID_DOC",
        "6215, A1, ID_DOC, 6215/A1~u1/ID_DOC",
        "6215, bA, ID_DOC, 6215/bA~u2/ID_DOC",
        "6215, ABCDEF, ID_DOC, 6215/ABCDEF~u3f/ID_DOC",
        "6215, 12345-Z, ID_DOC, 6215/12345-Z~u40/ID_DOC",
        "CON, con, AUX, CON~/con~/AUX~",
        "COM1, CON, LPT9, COM1~/CON~u7/LPT9~",
        "NULL, nul0, COM, NULL/nul0/COM"
    })
    void everyDossierHasAFolderOfItsOwnOnEverySystem(String site, String no, String material, String folders) {
        String location = Layout.location(new PicturePlace(2021, site, no, material), "00000001.jpg");

        assertThat(location).isEqualTo("2021/" + folders + "/00000001.jpg");
        assertThat(Layout.isLocation(location)).isTrue();
    }

    @Test
    void theLongestNumberFits() {
        String location = Layout.location(
                new PicturePlace(9999, "Z".repeat(12), "Z".repeat(40), "Z".repeat(40)), "0".repeat(64) + ".png");

        assertThat(location).contains("Z~uffffffffff/");
        assertThat(Layout.isLocation(location)).isTrue();
        assertThat(location.length()).isLessThanOrEqualTo(255);
    }

    @Test
    void aTemporaryNameIsNeverAPictures() {
        assertThat(Layout.isTemporary(Layout.temporary("00000001.jpg"))).isTrue();
        assertThat(Layout.isTemporary("00000001.jpg")).isFalse();
        assertThat(Layout.isLocation("2021/6215/a1/ID_DOC/" + Layout.temporary("00000001.jpg")))
                .isFalse();
    }
}
