package org.medexam.smp.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.signature.Signer;

/** The lines of {@code docs/receipts.md}, run as they stand there but for the download. */
class ReceiptGuideTest {

    private static final Path DOCUMENT = Path.of("../docs/receipts.md");

    @Test
    void itsShellLinesCheckAReceiptAndRefuseAForgedOne(@TempDir Path folder) throws Exception {
        Signer signer = new Signer(Signer.newPrivateJwk());
        Files.writeString(folder.resolve("keys.json"), Signer.publicSet(List.of(signer)));
        String receipt = signer.jws("{\"no\":\"2021-0001\"}", "smp-receipt");

        Files.writeString(folder.resolve("receipt.jws"), receipt);
        assertThat(run(folder)).contains("Signature Verified Successfully");

        Files.writeString(folder.resolve("receipt.jws"), "e30" + receipt.substring(receipt.indexOf('.')));
        assertThat(run(folder)).doesNotContain("Signature Verified Successfully");
    }

    private static String run(Path folder) throws Exception {
        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf("```sh\n") + 6;
        String lines = text.substring(begin, text.indexOf("```", begin)).replaceFirst("(?m)^curl .*\n", "");
        Process shell = new ProcessBuilder("bash", "-c", lines)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(shell.getInputStream().readAllBytes());
    }
}
