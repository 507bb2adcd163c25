package org.medexam.smp.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real disk that notes what is done to it and fails when told to; it never really waits. */
final class TroubledDisk implements Disk {

    /** What is thrown so many times before a step works. */
    private record Trouble(IOException failure, int times) {}

    private final Disk disk = new LocalDisk();
    private final Path root;
    private final Map<String, Trouble> troubles = new HashMap<>();
    private final List<String> steps = new ArrayList<>();
    private long usableBytes = Long.MAX_VALUE;
    private Runnable beforeCreate = () -> {};

    TroubledDisk(Path root) {
        this.root = root;
    }

    /** @param step create, move, delete or sync */
    TroubledDisk failing(String step, IOException failure, int times) {
        troubles.put(step, new Trouble(failure, times));
        return this;
    }

    TroubledDisk withUsableBytes(long bytes) {
        usableBytes = bytes;
        return this;
    }

    TroubledDisk withBeforeCreate(Runnable interference) {
        beforeCreate = interference;
        return this;
    }

    /** What was done since the last time this was asked, oldest first. */
    List<String> steps() {
        List<String> done = List.copyOf(steps);
        steps.clear();
        return done;
    }

    private void step(String step, Path path) throws IOException {
        steps.add(step + " " + Folders.location(root, path));
        Trouble trouble = troubles.get(step);
        if (trouble != null && trouble.times > 0) {
            troubles.put(step, new Trouble(trouble.failure, trouble.times - 1));
            throw trouble.failure;
        }
    }

    @Override
    public void create(Path file, byte[] content) throws IOException {
        beforeCreate.run();
        step("create", file);
        disk.create(file, content);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step("move", to);
        disk.move(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        step("delete", path);
        disk.delete(path);
    }

    @Override
    public void sync(Path folder) throws IOException {
        step("sync", folder);
        disk.sync(folder);
    }

    @Override
    public long usableBytes(Path folder) {
        return usableBytes;
    }

    @Override
    public void pause(int attempt) {
        steps.add("pause " + attempt);
    }
}
