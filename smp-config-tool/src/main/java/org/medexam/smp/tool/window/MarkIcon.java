package org.medexam.smp.tool.window;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import javax.swing.Icon;

/** A small round sign, drawn as lines so that it is sharp at any scale; its shape tells as much as its colour. */
record MarkIcon(Shape shape, int size) implements Icon {

    /** What it says. */
    enum Shape {
        CHECKED(Theme.GREEN),
        EMPTY(Theme.GREY),
        CROSSED(Theme.RED),
        HINTED(Theme.AMBER);

        private final Color color;

        Shape(Color color) {
            this.color = color;
        }

        static Shape of(Mark mark) {
            return switch (mark) {
                case DONE -> CHECKED;
                case TO_DO -> EMPTY;
                case FAULTY -> CROSSED;
            };
        }
    }

    @Override
    public int getIconWidth() {
        return UIScale.scale(size);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(size);
    }

    /** On a field of 16 × 16. */
    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(x, y);
        g.scale(getIconWidth() / 16.0, getIconHeight() / 16.0);
        g.setColor(shape.color);
        g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (shape == Shape.EMPTY) {
            g.draw(new Ellipse2D.Double(1.8, 1.8, 12.4, 12.4));
        } else {
            g.fill(new Ellipse2D.Double(1, 1, 14, 14));
            g.setColor(Color.WHITE);
            g.draw(sign());
        }
        g.dispose();
    }

    private Path2D sign() {
        Path2D path = new Path2D.Double();
        switch (shape) {
            case CHECKED -> {
                path.moveTo(4.8, 8.3);
                path.lineTo(7.1, 10.6);
                path.lineTo(11.3, 5.8);
            }
            case CROSSED -> {
                path.moveTo(5.6, 5.6);
                path.lineTo(10.4, 10.4);
                path.moveTo(10.4, 5.6);
                path.lineTo(5.6, 10.4);
            }
            default -> {
                path.moveTo(8, 4.4);
                path.lineTo(8, 8.6);
                path.moveTo(8, 11.4);
                path.lineTo(8, 11.5);
            }
        }
        return path;
    }
}
