package org.medexam.smp.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as a table for people, and as bars. */
final class Report {

    private record Part(String kind, int pictures, List<Measurement> measurements) {}

    private final List<Part> parts = new ArrayList<>();

    void add(String kind, int pictures, List<Measurement> measurements) {
        if (!measurements.isEmpty()) {
            parts.add(new Part(kind, pictures, measurements));
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("Java ")
                .append(System.getProperty("java.version"))
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors; × is how many times as long as the engine, median (quartiles) of rounds\n");
        for (Part part : parts) {
            text.append("\n%s, %d pictures%n".formatted(part.kind(), part.pictures()));
            text.append(
                    "%-24s %10s %22s %9s %10s %10s%n".formatted("", "CPU ms", "×", "bytes", "PSNR dB", "identical"));
            for (Measurement m : part.measurements()) {
                double[] times = m.times(part.measurements().get(0));
                text.append(String.format(
                        Locale.ROOT,
                        "%-24s %10.2f %8.1f (%5.1f–%5.1f) %9.2f %10.1f %9.0f%%%n",
                        m.peer(),
                        m.median(),
                        Measurement.quantile(times, 0.5),
                        Measurement.quantile(times, 0.25),
                        Measurement.quantile(times, 0.75),
                        m.growth(),
                        m.psnr(),
                        100 * m.identical()));
            }
        }
        return text.toString();
    }

    /** Bars of milliseconds a picture, one group for each kind of picture, as SVG. */
    String plot() {
        StringBuilder svg = new StringBuilder();
        int y = 10;
        for (Part part : parts) {
            double longest = part.measurements().stream()
                    .mapToDouble(Measurement::median)
                    .max()
                    .orElse(1);
            svg.append("<text x='10' y='%d' font-weight='bold'>%s, %d pictures (CPU ms a picture)</text>%n"
                    .formatted(y + 14, part.kind(), part.pictures()));
            y += 24;
            for (Measurement m : part.measurements()) {
                long width = Math.max(1, Math.round(480 * m.median() / longest));
                svg.append("<text x='10' y='%d'>%s</text>%n".formatted(y + 13, m.peer()));
                svg.append("<rect x='190' y='%d' width='%d' height='16' fill='%s'/>%n"
                        .formatted(y, width, m.peer().startsWith("SMP") ? "#1f6f54" : "#9aa5a0"));
                svg.append(String.format(
                        Locale.ROOT, "<text x='%d' y='%d'>%.1f</text>%n", 196 + width, y + 13, m.median()));
                y += 20;
            }
            y += 12;
        }
        return "<svg xmlns='http://www.w3.org/2000/svg' width='740' height='%d' font-family='sans-serif' font-size='13'>%n%s</svg>%n"
                .formatted(y, svg);
    }
}
