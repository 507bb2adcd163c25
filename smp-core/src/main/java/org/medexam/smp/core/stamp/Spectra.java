package org.medexam.smp.core.stamp;

import java.util.LinkedHashMap;
import java.util.Map;

/** The mark's spectra by the size of its letters: the last few that were asked for are kept. */
final class Spectra {

    /** A spectrum takes up to 4 MB; most pictures of a district need the same three or four. */
    private static final int KEPT = 12;

    private final Lettering lettering;
    private final Watermark sizes;
    private final Map<Integer, MarkSpectrum> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, MarkSpectrum> eldest) {
            return size() > KEPT;
        }
    };

    Spectra(Lettering lettering) {
        this.lettering = lettering;
        this.sizes = new Watermark(lettering);
    }

    /** For an upright picture of this size in pixels. */
    MarkSpectrum of(int width, int height) {
        int em = sizes.em(width, height);
        synchronized (kept) {
            return kept.computeIfAbsent(em, this::render);
        }
    }

    private MarkSpectrum render(int em) {
        MarkTile tile = MarkTile.render(lettering, em);
        return new MarkSpectrum(tile.width(), tile.height(), tile.mask(), MarkTile.FULL);
    }
}
