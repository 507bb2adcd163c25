package org.medexam.smp.bench;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * OpenCV, which decodes and encodes with libjpeg-turbo: the fastest such way found within a JVM. The mark is subtracted
 * in one call from a picture-sized mark that lies ready, which is more than fair.
 */
final class OpenCvPeer extends JvmPeer {

    private static final int LEVELS = 38;

    private final Map<Integer, Mat> marks = new HashMap<>();
    private final IntPointer quality = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, Math.round(QUALITY * 100));

    OpenCvPeer() {
        opencv_core.setNumThreads(1);
    }

    @Override
    public String name() {
        return "OpenCV (libjpeg-turbo)";
    }

    @Override
    public byte[] stamped(Sample sample) {
        try (BytePointer in = new BytePointer(sample.bytes());
                Mat received = new Mat(1, sample.bytes().length, opencv_core.CV_8UC1, in);
                Mat image = opencv_imgcodecs.imdecode(received, opencv_imgcodecs.IMREAD_COLOR);
                BytePointer out = new BytePointer()) {
            opencv_core.subtract(image, mark(sample, image), image);
            opencv_imgcodecs.imencode(".jpg", image, out, quality);
            byte[] bytes = new byte[(int) out.limit()];
            out.get(bytes);
            return bytes;
        }
    }

    private Mat mark(Sample sample, Mat image) {
        return marks.computeIfAbsent(sample.number(), number -> {
            byte[] levels = new byte[image.rows() * image.cols() * 3];
            for (int i = 0; i < levels.length; i++) {
                int x = i / 3 % image.cols() % sample.tile().getWidth();
                int y = i / 3 / image.cols() % sample.tile().getHeight();
                levels[i] = (byte) ((sample.tile().getRGB(x, y) >>> 24) * LEVELS / 77);
            }
            Mat mark = new Mat(image.rows(), image.cols(), opencv_core.CV_8UC3);
            mark.data().put(levels);
            return mark;
        });
    }
}
