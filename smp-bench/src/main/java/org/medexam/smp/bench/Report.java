package org.medexam.smp.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** The figures as a table for people, and as bars. */
final class Report {

    /** What was measured of one kind of pictures; the engine comes first. */
    record Part(Kind kind, int pictures, List<StampMeasurement> measurements) {}

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder remarks = new StringBuilder();

    void add(Part part) {
        parts.add(part);
    }

    /** A picture that is not measured. */
    void exclude(Path picture, String reason) {
        remarks.append("%nNot measured: %s (%s)%n".formatted(picture.getFileName(), reason));
    }

    void scaling(int threads, List<Scaling.Round> rounds) {
        double[] pictures = rounds.stream().mapToDouble(Scaling.Round::pictures).toArray();
        double[] cpu = rounds.stream().mapToDouble(Scaling.Round::cpu).toArray();
        remarks.append("%n%d threads stamp %s times as many pictures as one, at %s times the CPU a picture%n"
                .formatted(threads, spread(pictures), spread(cpu)));
    }

    void first(double[] millis) {
        remarks.append("%nThe first picture after the start: %s ms (%d fresh JVMs)%n"
                .formatted(spread(millis), millis.length));
    }

    private static String spread(double[] values) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f–%.2f)",
                StampMeasurement.quantile(values, 0.5),
                StampMeasurement.quantile(values, 0.25),
                StampMeasurement.quantile(values, 0.75));
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
                    "%-24s %10s %18s %9s %10s %10s%n".formatted("", "CPU ms", "×", "bytes", "PSNR dB", "identical"));
            part.measurements()
                    .forEach(m -> text.append(line(m, part.measurements().get(0))));
        }
        return text.append(growth()).append(remarks).toString();
    }

    private String growth() {
        List<StampMeasurement> engine =
                parts.stream().map(part -> part.measurements().get(0)).toList();
        double out = engine.stream().mapToLong(StampMeasurement::out).sum();
        return String.format(
                Locale.ROOT,
                "%nBytes out / in over all pictures: %.3f%n",
                out / engine.stream().mapToLong(StampMeasurement::in).sum());
    }

    private static String line(StampMeasurement m, StampMeasurement engine) {
        return String.format(
                Locale.ROOT,
                "%-24s %10.2f %18s %9.2f %10s %10s%n",
                m.peer(),
                m.median(),
                spread(m.times(engine)),
                m.growth(),
                Double.isNaN(m.psnr()) ? "" : Double.isInfinite(m.psnr()) ? "lossless" : "%.1f".formatted(m.psnr()),
                Double.isNaN(m.identical()) ? "" : "%.0f%%".formatted(100 * m.identical()));
    }

    /** Milliseconds of processor time a picture, as bars in {@code <file>.png}. */
    void plot(Path file) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(1000)
                .height(520)
                .title("CPU ms a picture")
                .build();
        chart.getStyler().setLabelsVisible(true).setLabelsFontColorAutomaticEnabled(false);
        List<String> kinds = parts.stream().map(part -> part.kind().toString()).toList();
        int peers = parts.get(0).measurements().size();
        for (int p = 0; p < peers; p++) {
            int peer = p;
            List<Double> medians = parts.stream()
                    .map(part -> part.measurements().get(peer).median())
                    .toList();
            chart.addSeries(parts.get(0).measurements().get(peer).peer(), kinds, medians);
        }
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    }
}
