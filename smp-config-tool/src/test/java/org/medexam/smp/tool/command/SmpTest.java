package org.medexam.smp.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.tool.Texts;

class SmpTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path home;

    @Test
    void namesEveryFaultOfTheSettingsAtOnceAndExitsWithTwo() throws Exception {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/smp.properties"), "smp.http.port=none\nsmp.districts.code=62\n");

        assertThat(smp(Locale.ENGLISH, "run", "--home", home.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("smp.http.port")
                .contains("smp.districts.code")
                .contains("smp.catalogue")
                .contains("smp.public-url");
    }

    @Test
    void exitsWithTwoWhenAskedWrongly() {
        assertThat(smp(Locale.ENGLISH, "demo", "--port", "70000")).isEqualTo(2);
        assertThat(smp(Locale.ENGLISH, "demonstrate")).isEqualTo(2);
    }

    @Test
    void listsItsCommandsInTheLanguageOfTheMachine() {
        assertThat(smp(Locale.SIMPLIFIED_CHINESE)).isZero();
        assertThat(out.toString()).contains("启动服务器").contains("run").contains("demo");
        assertThat(smp(Locale.ENGLISH)).isZero();
        assertThat(out.toString()).contains("the image server of an exam district");
    }

    @Test
    void refusesAHomeThatIsNoDemo() throws Exception {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/smp.properties"), "smp.district.code=62\n");

        assertThat(smp(Locale.ENGLISH, "demo", "--port", String.valueOf(freePort()), "--home", home.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is the home of an SMP that is no demo");
        assertThat(home.resolve("demo")).doesNotExist();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private int smp(Locale locale, String... arguments) {
        return Smp.commandLine(Texts.of(locale), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
