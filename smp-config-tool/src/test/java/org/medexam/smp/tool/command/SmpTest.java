package org.medexam.smp.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.cataloguefile.CatalogueFiles;
import org.medexam.smp.tool.ToolMessages;

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
    void namesFaultyCataloguesBeforeAnythingStarts() throws Exception {
        Path catalogues = Files.createDirectories(home.resolve("conf/catalogues"));
        Files.writeString(home.resolve("conf/sp.jwks.json"), "{\"keys\":[]}");
        Files.writeString(home.resolve("conf/mp.jwks.json"), "{\"keys\":[]}");
        Files.writeString(home.resolve("conf/smp.properties"), """
                smp.district.code=62
                smp.district.name=试验考区
                smp.catalogue=baiyin-2020
                smp.public-url=http://localhost:8001
                smp.storage.path=pictures
                smp.sp.jwks=conf/sp.jwks.json
                smp.mp.jwks=conf/mp.jwks.json
                """);

        assertThat(smp(Locale.ENGLISH, "run", "--home", home.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("smp.catalogue: ")
                .contains("there is no catalogue baiyin-2020; there are:");

        Files.writeString(catalogues.resolve("next.yaml"), "id: baiyin-2020\n");
        assertThat(smp(Locale.ENGLISH, "run", "--home", home.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("conf/catalogues/next.yaml:1: ").contains("notice is missing");
        assertThat(smp(Locale.ENGLISH, "start", "--home", home.toString())).isEqualTo(2);
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void checksACatalogueAgainstOneThatIsInstalled() throws Exception {
        Path catalogues = Files.createDirectories(home.resolve("conf/catalogues"));
        String weihai = new String(CatalogueFiles.builtInFile("weihai-2020").orElseThrow(), StandardCharsets.UTF_8);
        Files.writeString(catalogues.resolve("own.yaml"), weihai.replace("id: weihai-2020", "id: own-2021"));
        Files.writeString(catalogues.resolve("faulty.yaml"), "id: own-2022\n");
        String next = Files.writeString(
                        home.resolve("next.yaml"),
                        weihai.replace("id: weihai-2020", "id: own-2023").replace("at-most: 4", "at-most: 5"))
                .toString();

        assertThat(smp(
                        Locale.ENGLISH,
                        "check-catalogue",
                        next,
                        "--compare",
                        "own-2021",
                        "--json",
                        "--home",
                        home.toString()))
                .isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.get("sound").asBoolean()).isTrue();
        assertThat(answer.get("id").asText()).isEqualTo("own-2023");
        assertThat(answer.get("comparedWith").asText()).isEqualTo("own-2021");
        assertThat(answer.get("differences"))
                .isNotEmpty()
                .allMatch(line -> line.asText().endsWith("×1–5"));
        assertThat(answer.get("uncovered").get(0).asText()).isEqualTo("level LIC; edu SEC, COL; hasAsst false");
        assertThat(answer.get("exitCode").asInt()).isZero();
    }

    @Test
    void aFaultyCatalogueExitsWithThreeAndOneThatIsNotThereWithOne() throws Exception {
        String faulty =
                Files.writeString(home.resolve("faulty.yaml"), "id: A\n").toString();

        assertThat(smp(Locale.ENGLISH, "check-catalogue", faulty, "--json")).isEqualTo(3);
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.get("sound").asBoolean()).isFalse();
        assertThat(answer.at("/faults/0/line").asInt()).isEqualTo(1);
        assertThat(answer.get("faults").findValuesAsText("text"))
                .anyMatch(text -> text.startsWith("A cannot be an id"));

        assertThat(smp(
                        Locale.ENGLISH,
                        "check-catalogue",
                        home.resolve("absent.yaml").toString()))
                .isEqualTo(1);
        assertThat(smp(Locale.ENGLISH, "check-catalogue", home.toString())).isEqualTo(1);
        assertThat(smp(Locale.ENGLISH, "check-catalogue")).isEqualTo(2);
        assertThat(smp(Locale.ENGLISH, "check-catalogue", faulty, "--compare", "nowhere-2021"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no file nowhere-2021 to compare with; catalogues are: baiyin-2021");
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
        return Smp.commandLine(ToolMessages.of(locale), new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
