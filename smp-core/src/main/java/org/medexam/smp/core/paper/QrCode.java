package org.medexam.smp.core.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code (ISO/IEC 18004) as squares, dark or light, for whatever draws it. Level M: good when a bit is smudged. */
public final class QrCode {

    /** Light squares around it, without which a camera does not find it. */
    private static final int QUIET = 4;

    private final ByteMatrix squares;

    private QrCode(ByteMatrix squares) {
        this.squares = squares;
    }

    /** @throws IllegalArgumentException for more than some 2,000 letters */
    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a code: " + text.length(), tooLong);
        }
    }

    /** Squares on each side, with the quiet zone. */
    public int size() {
        return squares.getWidth() + 2 * QUIET;
    }

    /** @param row from the top */
    public boolean isDark(int column, int row) {
        int x = column - QUIET;
        int y = row - QUIET;
        return x >= 0 && y >= 0 && x < squares.getWidth() && y < squares.getHeight() && squares.get(x, y) == 1;
    }

    /**
     * For a terminal: two rows in each line of letters. Dark squares are blanks and light ones are blocks, as most
     * terminals are dark; cameras read it on a light one too, inverted.
     */
    public String asText() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < size(); row += 2) {
            for (int column = 0; column < size(); column++) {
                boolean above = isDark(column, row);
                boolean below = row + 1 >= size() || isDark(column, row + 1);
                text.append(above ? below ? ' ' : '▄' : below ? '▀' : '█');
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }
}
