package org.medexam.smp.tool.window;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Insets;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** Colours, fonts and the scale of everything. */
final class Theme {

    /** Dark enough to be read as text on white and on the list's grey (WCAG 2.1, 1.4.3: 4.5 : 1). */
    static final Color RED = new Color(0xc0, 0x2b, 0x2b);

    static final Color GREEN = new Color(0x1f, 0x7a, 0x3d);
    static final Color AMBER = new Color(0x8f, 0x5c, 0x00);
    static final Color GREY = new Color(0x5f, 0x68, 0x74);

    static final Color ACCENT = new Color(0x1d, 0x5f, 0xa8);

    static final Color PAPER = Color.WHITE;
    static final Color MARGIN = new Color(0xf3, 0xf5, 0xf8);
    static final Color LINE = new Color(0xdd, 0xe1, 0xe6);

    /** Where the system names no font for Chinese by itself: what draws Latin and Chinese letters alike. */
    private static final List<String> FONTS =
            List.of("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Zen Hei");

    private Theme() {}

    /** Once, before the first window. */
    static void setUp() {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            FONTS.stream().filter(Theme::isInstalled).findFirst().ifPresent(FlatLaf::setPreferredFontFamily);
        }
        FlatLightLaf.setup();
        UIManager.put("Button.minimumWidth", 84);
        UIManager.put("Component.focusWidth", 1);
        UIManager.put("ScrollBar.showButtons", false);
        UIManager.put("Table.showHorizontalLines", true);
        UIManager.put("Table.cellMargins", new Insets(3, 8, 3, 8));
        UIManager.put("TableHeader.cellMargins", new Insets(3, 8, 3, 8));
    }

    private static boolean isInstalled(String family) {
        return new Font(family, Font.PLAIN, 12).getFamily().equals(family);
    }

    /** A heading, so many points larger than the usual letters. */
    static <C extends Component> C heading(C component, int points) {
        Font usual = UIManager.getFont("Label.font");
        component.setFont(usual.deriveFont(Font.BOLD, usual.getSize2D() + UIScale.scale((float) points)));
        return component;
    }

    /** Draws a field's frame in red, or as usual. */
    static void outline(JComponent field, boolean faulty) {
        if (field != null) {
            field.putClientProperty("JComponent.outline", faulty ? "error" : null);
        }
    }
}
