package org.medexam.smp.bench;

import java.time.Duration;
import org.medexam.smp.imaging.mark.DistrictKey;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.mark.Lettering;
import org.medexam.smp.imaging.mark.Strength;
import org.medexam.smp.imaging.pixel.DecodePermits;
import org.medexam.smp.imaging.stamp.CoefficientStamper;
import org.medexam.smp.imaging.stamp.PixelStamper;
import org.medexam.smp.imaging.stamp.Stamper;

/** The product's own ways. */
final class Engine extends JvmPeer {

    private final String name;
    private final Stamper stamper;

    private Engine(String name, Stamper stamper) {
        this.name = name;
        this.stamper = stamper;
    }

    static Engine coefficients() {
        DecodePermits permits = permits();
        return new Engine(
                "SMP, coefficients", new CoefficientStamper(new PixelStamper(permits, mark()), permits, mark()));
    }

    static Engine pixels() {
        return new Engine("SMP, pixels", new PixelStamper(permits(), mark()));
    }

    static DistrictMark mark() {
        return new DistrictMark(Lettering.of(Lettering.WATERMARK), Strength.DEFAULT, new DistrictKey(new byte[32]));
    }

    private static DecodePermits permits() {
        return new DecodePermits(1L << 30, Duration.ofMinutes(1));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] stamped(Sample sample) {
        return stamper.stamp(sample.facts()).bytes();
    }
}
