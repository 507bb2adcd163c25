package org.medexam.smp.tool.window;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.util.HashSet;
import java.util.Set;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableModel;

/** A table that is read, and not written into. */
final class ReadTable extends JTable {

    private final Set<Integer> figures = new HashSet<>();

    ReadTable(TableModel model) {
        super(model);
        setFillsViewportHeight(true);
        setRowSelectionAllowed(true);
        getTableHeader().setReorderingAllowed(false);
        setRowHeight(getFontMetrics(getFont()).getHeight() + UIScale.scale(4));
        TableCellRenderer header = getTableHeader().getDefaultRenderer();
        // one label draws all headings: each says anew to which side
        getTableHeader().setDefaultRenderer((table, value, chosen, focused, row, column) -> {
            Component heading = header.getTableCellRendererComponent(table, value, chosen, focused, row, column);
            align(heading, figures.contains(column) ? SwingConstants.TRAILING : SwingConstants.LEADING);
            return heading;
        });
        setPreferredScrollableViewportSize(new Dimension(UIScale.scale(300), UIScale.scale(120)));
        // Tab goes on to the next field: there is nothing to do in a cell
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    /** Figures stand below each other by their last one. */
    void figuresIn(int column) {
        DefaultTableCellRenderer renderer = new DefaultTableCellRenderer();
        align(renderer, SwingConstants.TRAILING);
        getColumnModel().getColumn(column).setCellRenderer(renderer);
        getColumnModel().getColumn(column).setMaxWidth(UIScale.scale(160));
        figures.add(column);
    }

    private static void align(Object drawn, int side) {
        if (drawn instanceof JLabel label) {
            label.setHorizontalAlignment(side);
        }
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return false;
    }
}
