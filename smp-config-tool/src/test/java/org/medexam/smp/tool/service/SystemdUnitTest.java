package org.medexam.smp.tool.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Installation;
import org.medexam.smp.tool.ToolMessages;

class SystemdUnitTest {

    @TempDir
    Path folder;

    private Path home;
    private final List<String> asked = new ArrayList<>();
    private Programs.Outcome answer = new Programs.Outcome(0, "");

    @BeforeEach
    void home() throws Exception {
        home = Files.createDirectories(folder.resolve("程序 100% SMP"));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("bin/smp"), "#!/bin/sh\n");
        home.resolve("bin/smp").toFile().setExecutable(true);
        Files.writeString(home.resolve("conf/sp.jwks.json"), "{\"keys\":[]}");
        Files.writeString(home.resolve("conf/mp.jwks.json"), "{\"keys\":[]}");
        Files.write(
                home.resolve("conf/smp.properties"),
                List.of(
                        "smp.district.code=62",
                        "smp.district.name=样例考区",
                        "smp.catalogue=baiyin-2021",
                        "smp.public-url=http://localhost:8001",
                        "smp.storage.path=图片",
                        "smp.sp.jwks=conf/sp.jwks.json",
                        "smp.mp.jwks=conf/mp.jwks.json"));
    }

    private SystemdUnit unit() {
        Programs programs = command -> {
            asked.add(String.join(" ", command));
            return answer;
        };
        return new SystemdUnit(
                new Installation(home), home, ToolMessages.of(Locale.ENGLISH), programs, folder.resolve("units"));
    }

    private SmpSettings settings() {
        return SmpSettings.read(home.resolve("conf/smp.properties"));
    }

    @Test
    void isKnownByItsHome() throws Exception {
        assertThat(unit().isInstalled()).isFalse();
        unit().installFiles(settings());
        assertThat(unit().isInstalled()).isTrue();
        Files.writeString(folder.resolve("units/smp.service"), "Environment=\"SMP_HOME=/opt/SMP\"\n");
        assertThat(unit().isInstalled()).isFalse();
    }

    @Test
    void givesItsAccountWhatTheServerWritesAndNoMore() throws Exception {
        unit().installFiles(settings());
        assertThat(asked).anyMatch(line -> line.startsWith("chown -R smp:smp") && line.contains("conf"));
        assertThat(asked).noneMatch(line -> line.startsWith("chown -R") && line.contains("Extension"));
        assertThat(home.resolve("图片")).isDirectory();
    }

    @Test
    void holdsTheServerInBounds() throws Exception {
        unit().installFiles(settings());
        assertThat(Files.readString(folder.resolve("units/smp.service")))
                .contains("ProtectSystem=strict", "NoNewPrivileges=yes", "UMask=0077", "SuccessExitStatus=143")
                .contains("Environment=\"SMP_HOME=" + home.toString().replace("%", "%%") + "\"")
                .doesNotContainPattern("@[a-z]+[A-Z]?[a-z]*@(?!system)");
    }

    @Test
    void theServerCanWriteBackupsToAFolderThatMayBeAway() throws Exception {
        Path backups = folder.resolve("备份 二");
        Files.writeString(
                home.resolve("conf/smp.properties"),
                Files.readString(home.resolve("conf/smp.properties")) + "smp.backup.path=" + backups + "\n");
        unit().installFiles(settings());
        assertThat(backups).isDirectory();
        assertThat(asked).contains("chown -R smp:smp " + backups);
        assertThat(Files.readString(folder.resolve("units/smp.service")))
                .containsPattern("ReadWritePaths=.* \"-" + backups + "\"\\n");
    }

    @Test
    void saysWhatTheMachineRefused() {
        answer = new Programs.Outcome(4, "Access denied");
        assertThatThrownBy(unit()::start).isInstanceOf(Failed.class).hasMessageContaining("Access denied");
    }

    /** As far as a machine without a running systemd can say it. */
    @Test
    void systemdUnderstandsIt() throws Exception {
        assumeThat(Path.of("/usr/bin/systemd-analyze")).as("systemd-analyze").exists();
        unit().installFiles(settings());
        Path file = folder.resolve("units/smp.service");
        // accounts are a machine's own
        Files.writeString(file, Files.readString(file).replaceAll("(User|Group)=smp", "$1=daemon"));
        String verified = run("systemd-analyze", "verify", "--man=no", file.toString());
        assertThat(verified.lines().filter(line -> line.contains("smp.service")))
                .isEmpty();
        String exposure = run("systemd-analyze", "security", "--offline=true", "--threshold=25", file.toString());
        assertThat(exposure).contains("Overall exposure level");
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
