package org.medexam.smp.tool.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.medexam.smp.core.settings.StorageSettings;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;

/** Looks at the installation's folder, 安装目录. Quick. */
public final class HomeCheck {

    private final FindingMessages words;

    public HomeCheck(ToolMessages texts) {
        words = FindingMessages.of(texts, "home.subject");
    }

    public List<Finding> look(Path home) {
        if (!Files.isDirectory(home)) {
            return List.of(words.fault("home.missing", home));
        }
        if (StorageSettings.isBelowWebRoot(home) || StorageSettings.isBelowWebRoot(real(home))) {
            return List.of(words.fault("home.web-root", home));
        }
        List<Finding> findings = new ArrayList<>();
        if (!Files.isDirectory(home.resolve("conf"))) {
            findings.add(words.fault("home.no-conf", home));
        } else if (!Files.isWritable(home.resolve("conf"))) {
            findings.add(words.fault("home.conf-read-only", home.resolve("conf")));
        }
        if (Stream.of(home, Installation.ofThisProgram().folder()).noneMatch(HomeCheck::holdsPrograms)) {
            findings.add(words.fault("home.no-extension", home));
        }
        return findings.isEmpty() ? List.of(words.good("home.good", home)) : List.copyOf(findings);
    }

    private static boolean holdsPrograms(Path folder) {
        Path extension = folder.resolve("Extension");
        return Files.isRegularFile(extension.resolve("payara-micro.jar"))
                && Files.isRegularFile(extension.resolve("smp-server.war"));
    }

    /** Where it is behind links. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException cannotBeFollowed) {
            return path;
        }
    }
}
