package org.medexam.smp.tool.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medexam.smp.tool.Installation;

/**
 * The command lines that make, describe and unmake the Windows service: Apache Commons Daemon's procrun
 * (commons.apache.org/proper/commons-daemon/procrun.html, version 1.5.1) and Windows' own {@code sc} and {@code
 * icacls}. They are built here and nowhere else.
 *
 * @param javaHome of the Java 17 or newer in whose {@code jvm.dll} the service runs
 * @param store where the pictures lie
 * @param backups where the backups go, if anywhere
 */
record ProcrunCommands(Installation installation, Path home, Path store, Optional<Path> backups, Path javaHome) {

    static final String SERVICE = "SMP";

    /** The least of the accounts that procrun documents; what it may touch is granted to the service's own name. */
    private static final String ACCOUNT = "NT AUTHORITY\\LocalService";

    private static final String OWN_NAME = "NT SERVICE\\" + SERVICE;
    private static final String CLASS = "org.medexam.smp.tool.service.WindowsServer";

    /** {@code //IS//}: installs the service, to be started at each boot. */
    List<String> install() {
        List<String> command = new ArrayList<>(List.of(
                installation.procrun().toString(),
                "//IS//" + SERVICE,
                "--DisplayName=SMP 线上资格审核辅助子系统",
                "--Description=SMP, image server of an exam district (" + installation.folder() + ")",
                "--Install=" + installation.procrun(),
                "--Startup=auto",
                "--ServiceUser=" + ACCOUNT,
                // in procrun's own process: a java beside it could not be asked for a clean end
                "--StartMode=jvm",
                "--StartClass=" + CLASS,
                "--StartMethod=start",
                "--StopMode=jvm",
                "--StopClass=" + CLASS,
                "--StopMethod=stop",
                "--StopTimeout=60",
                "--JavaHome=" + javaHome,
                "--Jvm=" + javaHome.resolve("bin").resolve("server").resolve("jvm.dll"),
                "--JvmMx=128",
                "--Classpath=" + installation.toolJar()));
        command.addAll(options());
        command.addAll(List.of(
                "--StartPath=" + home,
                "--LogPath=" + home.resolve("logs"),
                "--LogPrefix=service",
                "--LogLevel=Info",
                "--StdOutput=auto",
                "--StdError=auto"));
        return command;
    }

    /** The first one resets the list, each further one ({@code ++}) is added to it. */
    private List<String> options() {
        return List.of(
                // whoever logs off must not end the service
                "--JvmOptions=-Xrs",
                "++JvmOptions=-Dfile.encoding=UTF-8",
                "++JvmOptions=-Djava.awt.headless=true",
                "++JvmOptions=" + embedded("-Dsmp.installation=" + installation.folder()),
                "++JvmOptions=" + embedded("-Dsmp.home=" + home));
    }

    /** {@code #} and {@code ;} separate options, except in single quotes. */
    private static String embedded(String option) {
        return option.indexOf('#') >= 0 || option.indexOf(';') >= 0 ? "'" + option + "'" : option;
    }

    /** {@code //DS//}: stops the service, if it runs, and removes it. */
    List<String> remove() {
        return List.of(installation.procrun().toString(), "//DS//" + SERVICE);
    }

    /** Back after a crash, soon at first and then more slowly; a day without one begins anew. */
    List<String> recover() {
        return List.of(
                "sc", "failure", SERVICE, "reset=", "86400", "actions=", "restart/5000/restart/30000/restart/60000");
    }

    /** That the server ended by itself counts as a crash, although procrun then ends in good order. */
    List<String> recoverFromErrorsToo() {
        return List.of("sc", "failureflag", SERVICE, "1");
    }

    /** Lets the service have a name of its own, {@code NT SERVICE\SMP}, to which rights can be given. */
    List<String> ownName() {
        return List.of("sc", "sidtype", SERVICE, "unrestricted");
    }

    /** Programs are read and run, what the server writes is written, and nothing else is touched. */
    List<List<String>> rights() {
        List<List<String>> commands = new ArrayList<>();
        commands.add(grant(installation.folder(), "RX"));
        commands.add(grant(home, "RX"));
        List.of("conf", "data", "logs", "temp").forEach(folder -> commands.add(grant(home.resolve(folder), "M")));
        commands.add(grant(store, "M"));
        return commands;
    }

    /** The server makes the backups. On another machine's share rights are given there, and these may be refused. */
    List<List<String>> rightsOnBackups() {
        return backups.map(folder -> List.of(grant(folder, "M"))).orElse(List.of());
    }

    /** For a folder, what lies in it now and what will: secrets, which else only their writer can read, too. */
    private static List<String> grant(Path folder, String right) {
        return List.of("icacls", folder.toString(), "/grant", OWN_NAME + ":(OI)(CI)" + right, "/T", "/C", "/Q");
    }

    List<String> start() {
        return List.of("sc", "start", SERVICE);
    }

    List<String> stop() {
        return List.of("sc", "stop", SERVICE);
    }

    List<String> query() {
        return List.of("sc", "query", SERVICE);
    }

    /** Shows among other things the program that the service runs, and so which installation it belongs to. */
    static List<String> configuration() {
        return List.of("sc", "qc", SERVICE);
    }
}
