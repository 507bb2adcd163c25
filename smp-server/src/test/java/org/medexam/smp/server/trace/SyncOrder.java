package org.medexam.smp.server.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The order that makes an answer true (contract §4: "a power cut now loses nothing"): the picture's bytes, fsync,
 * rename, fsync of the folder; then its row in the database's file, fsync; then the answer 201.
 */
final class SyncOrder {

    private final List<SystemCall> calls;

    SyncOrder(List<SystemCall> calls) {
        this.calls = calls.stream()
                .filter(SystemCall::worked)
                .sorted(Comparator.comparingInt(SystemCall::begun))
                .toList();
    }

    /** What is wrong with the upload that was answered with this id; empty where nothing is. */
    Optional<String> violation(String id) {
        List<SystemCall> steps = new ArrayList<>();
        Predicate<SystemCall> onTemporary = on(path -> path.contains("/." + id + ".") && path.endsWith(".tmp"));

        Optional<SystemCall> lastWrite = last(call -> isWrite(call) && onTemporary.test(call));
        if (lastWrite.isEmpty()) {
            return Optional.of("no write of the picture's temporary file");
        }
        steps.add(lastWrite.get());
        Optional<String> missing = next(
                        steps, "fsync of the temporary file", call -> isSync(call) && onTemporary.test(call))
                .or(() -> next(steps, "rename to the final name", call -> isRenameOf(call, id)));
        if (missing.isPresent()) {
            return missing;
        }
        String folder = folderOf(last(steps));
        return next(
                        steps,
                        "fsync of the folder",
                        call -> isSync(call) && on(folder::equals).test(call))
                .or(() -> earlyRow(last(steps), id))
                .or(() -> next(
                        steps,
                        "write of the row",
                        call -> isWrite(call)
                                && inDatabase(call)
                                && call.arguments().contains(id)))
                .or(() -> next(steps, "fsync of the database's file", call -> isSync(call) && inDatabase(call)))
                .or(() -> earlyAnswer(last(steps), id))
                .or(() -> next(steps, "answer 201", call -> isAnswer(call, id)));
    }

    /** Paths of all files that were opened to be written. */
    List<String> written() {
        return calls.stream()
                .filter(call -> call.name().equals("openat")
                        && (call.arguments().contains("O_WRONLY")
                                || call.arguments().contains("O_RDWR")
                                || call.arguments().contains("O_CREAT")))
                .flatMap(call -> call.text(0).stream())
                .distinct()
                .toList();
    }

    private Optional<String> next(List<SystemCall> steps, String name, Predicate<SystemCall> wanted) {
        SystemCall before = last(steps);
        Optional<SystemCall> found =
                calls.stream().filter(before::before).filter(wanted).findFirst();
        found.ifPresent(steps::add);
        return found.isPresent() ? Optional.empty() : Optional.of("no " + name + " after line " + before.ended());
    }

    /** File first, row second: a row that is on the disk before its file would lose a picture. */
    private Optional<String> earlyRow(SystemCall folderSync, String id) {
        return calls.stream()
                .filter(call -> !folderSync.before(call))
                .filter(call ->
                        isWrite(call) && inDatabase(call) && call.arguments().contains(id))
                .findFirst()
                .map(call -> "the row is written before the folder is synced, line " + call.begun());
    }

    private Optional<String> earlyAnswer(SystemCall databaseSync, String id) {
        return calls.stream()
                .filter(call -> !databaseSync.before(call))
                .filter(call -> isAnswer(call, id))
                .findFirst()
                .map(call -> "the answer goes out before the record is on the disk, line " + call.begun());
    }

    private Optional<SystemCall> last(Predicate<SystemCall> wanted) {
        return calls.stream().filter(wanted).reduce((first, second) -> second);
    }

    private static SystemCall last(List<SystemCall> steps) {
        return steps.get(steps.size() - 1);
    }

    private static Predicate<SystemCall> on(Predicate<String> path) {
        return call -> call.descriptor().filter(path).isPresent();
    }

    private static boolean isWrite(SystemCall call) {
        return call.isAnyOf("write", "pwrite64", "writev");
    }

    private static boolean isSync(SystemCall call) {
        return call.isAnyOf("fsync", "fdatasync");
    }

    private static boolean isRenameOf(SystemCall call, String id) {
        return call.isAnyOf("rename", "renameat", "renameat2")
                && call.text(0).filter(from -> from.endsWith(".tmp")).isPresent()
                && call.text(1).filter(to -> to.contains("/" + id + ".")).isPresent();
    }

    private static String folderOf(SystemCall rename) {
        String to = rename.text(1).orElseThrow();
        return to.substring(0, to.lastIndexOf('/'));
    }

    private static boolean inDatabase(SystemCall call) {
        return on(path -> path.endsWith("/EP.mv.db")).test(call);
    }

    private static boolean isAnswer(SystemCall call, String id) {
        return call.isAnyOf("write", "writev", "sendto", "sendmsg")
                && call.isOnSocket()
                && call.arguments().contains("HTTP/1.1 201")
                && call.arguments().contains(id);
    }
}
