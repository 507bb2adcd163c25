package org.medexam.smp.imaging.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AreaScalerTest {

    @Test
    void keepsTheProportions() {
        PixelGrid small = AreaScaler.to(320, PixelGrid.of(1600, 1200, 3));
        assertThat(small.width()).isEqualTo(320);
        assertThat(small.height()).isEqualTo(240);
        assertThat(AreaScaler.to(320, PixelGrid.of(5000, 2, 1)).height()).isEqualTo(1);
    }

    @Test
    void returnsASmallPictureUnchanged() {
        PixelGrid grid = PixelGrid.of(320, 100, 1);
        assertThat(AreaScaler.to(320, grid)).isSameAs(grid);
    }

    /** Stripes of one pixel become their mean at any factor, without moiré. */
    @Test
    void averagesTheCoveredArea() {
        for (int width : new int[] {333, 500, 640, 1601}) {
            PixelGrid grid = PixelGrid.of(width, width, 1);
            for (int i = 0; i < grid.samples().length; i++) {
                grid.samples()[i] = (byte) (i / width % 2 * 200);
            }
            PixelGrid small = AreaScaler.to(width / 4, grid);
            int inner = small.width() * small.height() / 2;
            assertThat(small.samples()[inner] & 0xFF).isBetween(70, 130);
            long sum = 0;
            for (byte sample : small.samples()) {
                sum += sample & 0xFF;
            }
            assertThat(sum / small.samples().length).isBetween(98L, 102L);
        }
    }
}
