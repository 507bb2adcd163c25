package org.medexam.smp.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** sharp (libvips) in a Node process of its own, one thread. */
final class SharpPeer implements Peer {

    private final Process process;
    private static final String ERROR = "error ";

    private final BufferedReader answers;
    private final BufferedWriter requests;

    /**
     * @param scripts folder of package.json and sharp-peer.js
     * @param work folder for what npm installs, and the list of pictures
     */
    SharpPeer(Path scripts, Path work, List<Sample> samples, Tiles tiles) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("sharp"));
        for (String file : List.of("package.json", "sharp-peer.js")) {
            Files.write(folder.resolve(file), Files.readAllBytes(scripts.resolve(file)));
        }
        Path list = folder.resolve("pictures.tsv");
        Files.writeString(
                list,
                samples.stream()
                        .map(s -> s.file().toAbsolutePath() + "\t"
                                + tiles.file(s.facts()).toAbsolutePath())
                        .collect(Collectors.joining("\n")));
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            new ProcessBuilder("npm", "install", "--silent", "--no-audit", "--no-fund")
                    .directory(folder.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        process = new ProcessBuilder(
                        "node", "sharp-peer.js", list.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.US_ASCII);
        requests = process.outputWriter(StandardCharsets.US_ASCII);
    }

    @Override
    public String name() {
        return "sharp (libvips)";
    }

    @Override
    public int stamp(Sample sample) {
        return Integer.parseInt(request("length " + sample.number()));
    }

    @Override
    public byte[] stamped(Sample sample) {
        return Base64.getDecoder().decode(request("bytes " + sample.number()));
    }

    @Override
    public long cpu() {
        return Long.parseLong(request("cpu")) * 1000;
    }

    private String request(String request) {
        try {
            requests.write(request);
            requests.newLine();
            requests.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("sharp ended; is Node with npm installed?");
            }
            if (answer.startsWith(ERROR)) {
                throw new IllegalArgumentException(answer.substring(ERROR.length()));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
