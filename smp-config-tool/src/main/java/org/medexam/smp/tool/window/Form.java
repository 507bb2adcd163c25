package org.medexam.smp.tool.window;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** As wide as the window, as high as its rows. */
final class Form extends JPanel implements Scrollable {

    /** Pixels that one turn of the wheel moves. */
    static final int LINE = 24;

    Form() {
        super(new MigLayout("insets 20 28 20 28, fillx, hidemode 3", "[right]12[grow,fill]", "[]4[]"));
        setBackground(Theme.PAPER);
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return LINE;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() > getPreferredSize().height;
    }
}
