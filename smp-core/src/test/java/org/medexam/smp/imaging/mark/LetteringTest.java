package org.medexam.smp.imaging.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class LetteringTest {

    @Test
    void placesEightGlyphsSideBySide() {
        Lettering lettering = Lettering.of(Lettering.WATERMARK);
        Rectangle2D bounds = lettering.outline().getBounds2D();

        assertThat(lettering.width()).isEqualTo(8);
        assertThat(bounds.getMinX()).isBetween(0.0, 0.2);
        assertThat(bounds.getMaxX()).isBetween(7.8, 8.0);
        assertThat(bounds.getMinY()).as("above the line").isBetween(-0.95, -0.8);
        assertThat(bounds.getMaxY()).as("below the line").isBetween(0.05, 0.15);
    }

    @Test
    void rendersTheDistrictsAddition() {
        Lettering lettering = Lettering.of("仅限医考审核使用 甘肃 2026");

        assertThat(lettering.width()).isBetween(11.0, 14.0);
        assertThat(lettering.outline().getBounds2D().getMaxX())
                .isGreaterThan(11)
                .isLessThan(lettering.width());
    }

    @Test
    void hasEveryCharacterOfGb2312() {
        assertThat(LetteringSource.allCharacters()).hasSizeGreaterThan(7_445);
        assertThat(Lettering.of(LetteringSource.allCharacters()).width()).isGreaterThan(7_000);
    }

    @Test
    void namesTheCharacterWithoutOutline() {
        assertThatThrownBy(() -> Lettering.of("仅\uD55C"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\uD55C");
    }
}
