package org.medexam.smp.tool.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.medexam.smp.tool.Installation;

/** Against what procrun 1.5.1 documents: commons.apache.org/proper/commons-daemon/procrun.html. */
class ProcrunCommandsTest {

    /** The table "Command line parameters" there. */
    private static final Set<String> PARAMETERS = Set.of(
            "Description",
            "DisplayName",
            "Install",
            "Startup",
            "Type",
            "DependsOn",
            "Environment",
            "User",
            "Password",
            "ServiceUser",
            "ServicePassword",
            "LibraryPath",
            "JavaHome",
            "Jvm",
            "JvmOptions",
            "JvmOptions9",
            "Classpath",
            "JvmMs",
            "JvmMx",
            "JvmSs",
            "StartMode",
            "StartImage",
            "StartPath",
            "StartClass",
            "StartMethod",
            "StartParams",
            "StopMode",
            "StopImage",
            "StopPath",
            "StopClass",
            "StopMethod",
            "StopParams",
            "StopTimeout",
            "LogPath",
            "LogPrefix",
            "LogLevel",
            "LogJniMessages",
            "StdOutput",
            "StdError",
            "PidFile");

    private final ProcrunCommands commands = commands("/程序 文件/SMP");

    private static ProcrunCommands commands(String folder) {
        Path home = Path.of(folder);
        return new ProcrunCommands(
                new Installation(home), home, Path.of("/图片"), Optional.of(Path.of("/备份")), Path.of("/Java/jdk-17"));
    }

    @Test
    void installsWithParametersThatProcrunKnows() {
        List<String> install = commands.install();

        assertThat(install.get(0)).endsWith("smp.exe");
        assertThat(install.get(1)).isEqualTo("//IS//SMP");
        assertThat(install.subList(2, install.size())).allSatisfy(parameter -> {
            assertThat(parameter).matches("(--|\\+\\+)[A-Za-z0-9]+=.+");
            assertThat(PARAMETERS).contains(parameter.substring(2, parameter.indexOf('=')));
        });
    }

    @Test
    void startsWithTheMachineInItsOwnProcessUnderTheLeastAccount() {
        assertThat(commands.install())
                .contains("--Startup=auto", "--StartMode=jvm", "--StopMode=jvm")
                .contains("--ServiceUser=NT AUTHORITY\\LocalService")
                .contains("--StartClass=" + WindowsServer.class.getName(), "--StartMethod=start")
                .contains("--StopClass=" + WindowsServer.class.getName(), "--StopMethod=stop");
    }

    @Test
    void theMethodsThatProcrunCallsAreThereAsItWantsThem() throws Exception {
        for (String name : List.of("start", "stop")) {
            var method = WindowsServer.class.getMethod(name, String[].class);
            assertThat(java.lang.reflect.Modifier.isStatic(method.getModifiers()))
                    .isTrue();
            assertThat(method.getReturnType()).isEqualTo(void.class);
        }
    }

    @Test
    void pathsWithSpacesAndChineseStandWhole() {
        assertThat(commands.install())
                .contains("--Classpath=/程序 文件/SMP/tool/smp-config-tool.jar")
                .contains("++JvmOptions=-Dsmp.home=/程序 文件/SMP");
    }

    @Test
    void whatSeparatesOptionsStandsInSingleQuotes() {
        assertThat(commands("/a;b#c/SMP").install()).contains("++JvmOptions='-Dsmp.home=/a;b#c/SMP'");
    }

    @Test
    void theFirstOptionResetsTheListAndTheOthersAreAdded() {
        List<String> options = commands.install().stream()
                .filter(parameter -> parameter.contains("JvmOptions="))
                .toList();
        assertThat(options.get(0)).startsWith("--");
        assertThat(options.subList(1, options.size())).allMatch(option -> option.startsWith("++"));
    }

    @Test
    void comesBackAfterACrashAndAfterAnError() {
        assertThat(String.join(" ", commands.recover()))
                .isEqualTo("sc failure SMP reset= 86400 actions= restart/5000/restart/30000/restart/60000");
        assertThat(commands.recoverFromErrorsToo()).containsExactly("sc", "failureflag", "SMP", "1");
    }

    @Test
    void writesNowhereButInItsOwnFolders() {
        assertThat(commands.rights())
                .filteredOn(command -> command.get(3).endsWith("M"))
                .extracting(command -> command.get(1))
                .containsExactly("/程序 文件/SMP/conf", "/程序 文件/SMP/data", "/程序 文件/SMP/logs", "/程序 文件/SMP/temp", "/图片");
        assertThat(commands.rightsOnBackups())
                .containsExactly(List.of("icacls", "/备份", "/grant", "NT SERVICE\\SMP:(OI)(CI)M", "/T", "/C", "/Q"));
    }
}
