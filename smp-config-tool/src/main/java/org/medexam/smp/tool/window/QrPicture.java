package org.medexam.smp.tool.window;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.util.Optional;
import javax.swing.JPanel;
import org.medexam.smp.core.paper.QrCode;

/** A code for a camera, in whole points a square so that its edges are sharp. */
final class QrPicture extends JPanel {

    private static final int SIDE = 190;

    private transient Optional<QrCode> code = Optional.empty();

    QrPicture(String name) {
        setName(name);
        setOpaque(false);
        int side = UIScale.scale(SIDE);
        setPreferredSize(new Dimension(side, side));
        setMinimumSize(getPreferredSize());
    }

    /** @param address empty: nothing is shown */
    void show(Optional<String> address) {
        code = address.map(QrCode::of);
        getAccessibleContext().setAccessibleDescription(address.orElse(""));
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        code.ifPresent(squares -> paint(graphics, squares));
    }

    private void paint(Graphics graphics, QrCode squares) {
        int square = Math.max(1, Math.min(getWidth(), getHeight()) / squares.size());
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, square * squares.size(), square * squares.size());
        graphics.setColor(Color.BLACK);
        for (int row = 0; row < squares.size(); row++) {
            for (int column = 0; column < squares.size(); column++) {
                if (squares.isDark(column, row)) {
                    graphics.fillRect(column * square, row * square, square, square);
                }
            }
        }
    }
}
