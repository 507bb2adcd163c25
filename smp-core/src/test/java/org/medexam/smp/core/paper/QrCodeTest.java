package org.medexam.smp.core.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String ADDRESS = "https://smp.example.cn/nme/ext/reach/0123456789abcdefghijklmnopqrstuv";

    @Test
    void aCameraReadsTheSquares() throws Exception {
        QrCode code = QrCode.of(ADDRESS);
        assertThat(read(code.size(), code::isDark)).isEqualTo(ADDRESS);
    }

    @Test
    void aCameraReadsTheLettersOfATerminal() throws Exception {
        String[] lines = QrCode.of(ADDRESS).asText().split("\\R");
        int size = lines[0].length();
        assertThat(lines).hasSize((size + 1) / 2).allMatch(line -> line.length() == size);

        assertThat(read(size, (column, row) -> {
                    char letter = lines[row / 2].charAt(column);
                    return letter == ' ' || letter == (row % 2 == 0 ? '▄' : '▀');
                }))
                .isEqualTo(ADDRESS);
    }

    @Test
    void saysWhenItIsTooMuch() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(5000))).isInstanceOf(IllegalArgumentException.class);
    }

    private interface Squares {
        boolean isDark(int column, int row);
    }

    private static String read(int size, Squares squares) throws Exception {
        int zoom = 4;
        int side = size * zoom;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] = squares.isDark(x / zoom, y / zoom) ? 0 : 0xffffff;
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();
    }
}
