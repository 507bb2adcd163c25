package org.medexam.smp.tool.window;

import java.awt.Component;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Lets the user choose a file or a folder in the file dialog. */
final class FileChooserButton {

    private FileChooserButton() {}

    /** @param start shown first, or its nearest folder that exists */
    static void folder(Component parent, String title, Optional<Path> start, Consumer<Path> chosen) {
        JFileChooser chooser = chooser("folder-chooser", title, start);
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        ask(parent, chooser, chosen);
    }

    /** @param extensions of the files that are shown at first */
    static void file(
            Component parent,
            String title,
            Optional<Path> start,
            String kind,
            Consumer<Path> chosen,
            String... extensions) {
        JFileChooser chooser = chooser("file-chooser", title, start);
        chooser.setFileFilter(new FileNameExtensionFilter(kind, extensions));
        ask(parent, chooser, chosen);
    }

    /** @param name proposed for the file, which is not there yet */
    static void newFile(Component parent, String title, String name, Consumer<Path> chosen) {
        JFileChooser chooser = chooser("file-chooser", title, Optional.empty());
        chooser.setDialogType(JFileChooser.SAVE_DIALOG);
        chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), name));
        ask(parent, chooser, chosen);
    }

    private static JFileChooser chooser(String name, String title, Optional<Path> start) {
        JFileChooser chooser =
                new JFileChooser(start.map(FileChooserButton::nearest).orElse(null));
        chooser.setName(name);
        chooser.setDialogTitle(title);
        return chooser;
    }

    private static File nearest(Path start) {
        Path there = start.toAbsolutePath();
        while (there != null && !Files.isDirectory(there)) {
            there = there.getParent();
        }
        return there == null ? null : there.toFile();
    }

    private static void ask(Component parent, JFileChooser chooser, Consumer<Path> chosen) {
        if (chooser.showDialog(parent, null) == JFileChooser.APPROVE_OPTION) {
            chosen.accept(chooser.getSelectedFile().toPath());
        }
    }
}
