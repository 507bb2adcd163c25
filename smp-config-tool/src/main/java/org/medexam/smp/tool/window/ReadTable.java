package org.medexam.smp.tool.window;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableModel;

/** A table that is read, and not written into. */
final class ReadTable extends JTable {

    ReadTable(TableModel model) {
        super(model);
        setFillsViewportHeight(true);
        setRowSelectionAllowed(true);
        getTableHeader().setReorderingAllowed(false);
        setRowHeight(getFontMetrics(getFont()).getHeight() + UIScale.scale(4));
        align(getTableHeader().getDefaultRenderer(), SwingConstants.LEADING);
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
        getColumnModel().getColumn(column).setHeaderRenderer((table, value, chosen, focused, row, at) -> {
            JLabel header = (JLabel) getTableHeader()
                    .getDefaultRenderer()
                    .getTableCellRendererComponent(table, value, chosen, focused, row, at);
            header.setHorizontalAlignment(SwingConstants.TRAILING);
            return header;
        });
    }

    private static void align(TableCellRenderer renderer, int side) {
        if (renderer instanceof JLabel label) {
            label.setHorizontalAlignment(side);
        }
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return false;
    }
}
