package org.medexam.smp.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.ticket.JwkPair;
import org.medexam.smp.tool.ToolMessages;
import picocli.CommandLine;

/** Setting an installation up from the command line, as somebody without a screen does. */
class SetupCommandsTest {

    private static final List<String> REQUIRED_OPTIONS = List.of(
            "--set=smp.district.code=62",
            "--set=district.name=甘肃考区",
            "--set=smp.catalogue=baiyin-2021",
            "--set=smp.public-url=https://smp.example.cn",
            "--set=smp.proxy.trusted=127.0.0.1");

    private final ToolMessages texts = ToolMessages.of(Locale.ENGLISH);
    private StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String input = "";

    @TempDir
    Path home;

    @BeforeEach
    void unpack() throws Exception {
        Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("Extension"));
        Files.writeString(home.resolve("Extension/payara-micro.jar"), "");
        Files.writeString(home.resolve("Extension/smp-server.war"), "");
        Files.writeString(home.resolve("conf/sp.jwks.json"), JwkPair.es256("sp").publicSet());
        Files.writeString(home.resolve("conf/mp.jwks.json"), JwkPair.es256("mp").publicSet());
    }

    @Test
    void fromNothingToAnAccountKeeper() {
        assertThat(smp("configure", REQUIRED_OPTIONS)).isZero();
        assertThat(SmpSettings.read(settings()).district().name()).isEqualTo("甘肃考区");

        assertThat(smp("create-database")).isZero();
        assertThat(out.toString()).contains("The database is ready");

        input = "correct horse 1\n";
        assertThat(smp("create-keeper", List.of("zhuanguan", "--password-file=-")))
                .isZero();
        assertThat(smp("create-keeper", List.of("zhuanguan", "--password-file=-")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--reset");

        out = new StringWriter();
        assertThat(smp("check")).as(out.toString()).isZero();
        assertThat(out.toString()).contains("account: 1 rows").contains("Nothing is at fault");
    }

    @Test
    void settingsAreFilledInChapterByChapter() {
        assertThat(smp("configure", List.of("--set=district.code=62", "--set=district.name=甘肃考区")))
                .isEqualTo(3);
        assertThat(out.toString())
                .contains("Saved", "To be filled in before SMP can start: ", "Catalogue", "Public address")
                .doesNotContain("FAULT");

        out = new StringWriter();
        assertThat(smp("configure", List.of("--set=catalogue=baiyin-2021", "--set=public-url=http://localhost:8001")))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).doesNotContain("To be filled in");
    }

    @Test
    void savesNothingThatItMakesFaulty() {
        assertThat(smp("configure", List.of("--set=smp.http.port=0"))).isEqualTo(2);
        assertThat(out.toString()).contains("[FAULT] smp.http.port").contains("Nothing was saved");
        assertThat(settings()).doesNotExist();

        assertThat(smp("configure", List.of("--set=smp.district.code=62", "--keep-faults")))
                .isEqualTo(3);
        assertThat(settings()).exists();
    }

    @Test
    void knowsNoOtherSettings() {
        assertThat(smp("configure", List.of("--set=smp.districts.code=62"))).isEqualTo(2);
        assertThat(smp("configure", List.of("--set=smp.district.code"))).isEqualTo(2);
        assertThat(settings()).doesNotExist();
    }

    @Test
    void takesAwayALineThatNobodyKnows() throws Exception {
        smp("configure", REQUIRED_OPTIONS);
        Files.writeString(settings(), Files.readString(settings()) + "smp.districts.code=62\n");
        assertThat(smp("configure")).isEqualTo(3);

        assertThat(smp("configure", List.of("--set=smp.districts.code="))).isZero();

        assertThat(Files.readString(settings())).contains("\n#smp.districts.code=62\n");
    }

    @Test
    void tellsAFailureInJsonTooAndWithoutAStackTrace() throws Exception {
        assertThat(smp("create-keeper", List.of("zhuanguan", "--json"))).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(out.toString()).get("error").asText())
                .contains("no database");

        Files.delete(home.resolve("conf/sp.jwks.json"));
        Files.delete(home.resolve("conf/mp.jwks.json"));
        Files.delete(home.resolve("conf"));
        Files.writeString(home.resolve("conf"), "in the way");
        assertThat(smp("configure", and(REQUIRED_OPTIONS, "--keep-faults"))).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be read or written").doesNotContain("\tat ");
    }

    @Test
    void readsPasswordsFromFilesAndNeverShowsOne() throws Exception {
        Path file = Files.writeString(home.resolve("typed.txt"), "Geheim-1433\nsecond line\n");

        assertThat(smp(
                        "configure",
                        and(
                                REQUIRED_OPTIONS,
                                "--set=db.server=localhost",
                                "--set=db.user=smp",
                                "--db-password-file=" + file,
                                "--json")))
                .isZero();

        assertThat(home.resolve("conf/db.password")).hasContent("Geheim-1433");
        assertThat(out.toString()).doesNotContain("Geheim");
        assertThat(Files.readString(settings())).doesNotContain("Geheim");
    }

    @Test
    void makesACertificateAndSwitchesHttpsOn() {
        assertThat(smp("configure", and(REQUIRED_OPTIONS, "--self-signed")))
                .as(out.toString())
                .isZero();

        SmpSettings settings = SmpSettings.read(settings());
        assertThat(settings.http().https().orElseThrow().port()).isEqualTo(8443);
        assertThat(smp("configure", List.of("--self-signed"))).isZero();
        assertThat(home.resolve("conf/smp.p12.bak")).exists();
        SmpSettings.read(settings());
    }

    @Test
    void aCertificateIsNotWrittenForSettingsThatWouldNotDo() {
        assertThat(smp("configure", List.of("--self-signed"))).isEqualTo(2);
        assertThat(home.resolve("conf/smp.p12")).doesNotExist();
    }

    @Test
    void asksInTheOrderOfTheManualAndAsksAgainAfterAFaultyAnswer() {
        input = String.join(
                "\n",
                "影像",
                "local host",
                "localhost",
                "",
                "",
                "",
                "smp",
                "Geheim-1433",
                "62",
                "甘肃考区",
                "baiyin-2021",
                "http://localhost:8001",
                "",
                "",
                "",
                "",
                "",
                "");

        assertThat(smp("configure", List.of("--interactive")))
                .as(out.toString())
                .isZero();

        assertThat(SmpSettings.read(settings()).storage().path()).isEqualTo(home.resolve("影像"));
        assertThat(home.resolve("conf/db.password")).hasContent("Geheim-1433");
        assertThat(out.toString())
                .containsSubsequence(
                        "Installation (SMP_HOME)",
                        "Picture folder [pictures]",
                        "Database server",
                        "is not a server name",
                        "Database server",
                        "Database name [",
                        "Database user",
                        "Database password",
                        "District code");
    }

    @Test
    void tellsProgramsInJson() throws Exception {
        assertThat(smp("check", List.of("--json"))).isEqualTo(3);

        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.get("exitCode").asInt()).isEqualTo(3);
        assertThat(answer.get("findings").findValuesAsText("level")).contains("fault", "good");
        assertThat(answer.get("findings").findValuesAsText("subject")).contains("smp.district.code");
    }

    @Test
    void aKeeperIsAskedForThePasswordAndNeverTakesItAsAnArgument() {
        smp("configure", REQUIRED_OPTIONS);
        smp("create-database");

        assertThat(smp("create-keeper", List.of("zhuanguan"))).isEqualTo(1);
        assertThat(err.toString()).contains("--password-file");
        assertThat(smp("create-keeper", List.of("zhuanguan", "--password=x"))).isEqualTo(2);
    }

    @Test
    void everyOptionIsInTheHandbook() throws Exception {
        String handbook = Files.readString(Path.of("../docs/operations.md"));
        CommandLine smp = commandLine();
        for (String command : List.of("configure", "create-database", "check", "create-keeper", "completion")) {
            assertThat(handbook).contains("smp " + command);
            smp.getSubcommands().get(command).getCommandSpec().options().stream()
                    .map(option -> option.longestName())
                    .filter(name -> !name.equals("--help") && !name.equals("--version"))
                    .forEach(name -> assertThat(handbook).contains(name));
        }
    }

    @Test
    void bashCompletesCommands() throws Exception {
        assertThat(commandLine().execute("completion", "bash")).isZero();
        Path script = Files.writeString(home.resolve("completion"), out.toString());

        Process bash = new ProcessBuilder(
                        "bash",
                        "--norc",
                        "-c",
                        "source '" + script + "'; COMP_WORDS=(smp c); COMP_CWORD=1; COMP_LINE='smp c'; COMP_POINT=5;"
                                + " $(complete -p smp | sed 's/.* -F \\([^ ]*\\) .*/\\1/'); printf '%s\\n' \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        bash.getOutputStream().close();
        List<String> offered = bash.inputReader().lines().toList();

        assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(offered)
                .contains("configure", "create-database", "check", "create-keeper", "completion")
                .doesNotContain("run");
    }

    private Path settings() {
        return home.resolve("conf/smp.properties");
    }

    private static List<String> and(List<String> arguments, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all;
    }

    private int smp(String command) {
        return smp(command, List.of());
    }

    private int smp(String command, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(command, "--home", home.toString()));
        all.addAll(arguments);
        return commandLine().execute(all.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        ConsoleInput typed = new ConsoleInput(texts, Optional.empty(), new BufferedReader(new StringReader(input)));
        return Smp.commandLine(texts, typed, Clock.systemUTC(), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
