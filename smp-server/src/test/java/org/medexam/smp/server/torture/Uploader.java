package org.medexam.smp.server.torture;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.medexam.smp.server.it.Api;
import org.medexam.smp.server.it.DrawnPicture;

/** One client: mostly uploads, sometimes the same again, sometimes takes one back; until nobody answers any more. */
final class Uploader implements Runnable {

    /** A place for pictures. */
    record Slot(String dossier, String material) {}

    private final Api api;
    private final String token;
    private final List<Slot> slots;
    private final Random random;
    private final AtomicLong nextPicture;
    private final AtomicInteger answers = new AtomicInteger();
    private final Ledger ledger = new Ledger();

    /** @param nextPicture seeds of pictures that were not drawn yet, shared by all */
    Uploader(Api api, List<Slot> slots, long seed, AtomicLong nextPicture) {
        this.api = api;
        this.token = api.spToken();
        this.slots = slots;
        this.random = new Random(seed);
        this.nextPicture = nextPicture;
    }

    /** So far, while it runs. */
    int answers() {
        return answers.get();
    }

    /** What it was told; to be read when it has ended. */
    Ledger ledger() {
        return ledger;
    }

    @Override
    public void run() {
        try {
            while (true) {
                List<Ledger.Entry> kept = ledger.kept();
                int drawn = random.nextInt(100);
                if (drawn < 15 && !kept.isEmpty()) {
                    remove(kept.get(random.nextInt(kept.size())));
                } else if (drawn < 25 && !kept.isEmpty()) {
                    repeat(kept.get(random.nextInt(kept.size())));
                } else {
                    upload(slots.get(random.nextInt(slots.size())));
                }
                answers.incrementAndGet();
            }
        } catch (UncheckedIOException killed) {
            // what was asked last stays open
        } catch (RuntimeException e) {
            ledger.violation("a client failed: " + e);
        }
    }

    private void upload(Slot slot) {
        long seed = nextPicture.getAndIncrement();
        Api.Answer answer = api.upload(slot.dossier(), slot.material(), token, DrawnPicture.jpeg(seed));
        if (answer.status() == 201) {
            ledger.kept(answer.json().get("id").asText(), slot.dossier(), slot.material(), seed);
        } else if (answer.status() != 409 || !answer.code().equals("material-full")) {
            unforeseen("upload", answer);
        }
    }

    private void repeat(Ledger.Entry entry) {
        Api.Answer answer = api.upload(entry.dossier(), entry.material(), token, DrawnPicture.jpeg(entry.sent()));
        if (answer.status() != 200 || !answer.json().get("id").asText().equals(entry.id())) {
            unforeseen("repeat of " + entry, answer);
        }
        ledger.repeated();
    }

    private void remove(Ledger.Entry entry) {
        ledger.fate(entry.id(), Ledger.Fate.UNSURE);
        Api.Answer answer = api.send("DELETE", "/v1/images/" + entry.id(), token, null);
        if (answer.status() == 204) {
            ledger.fate(entry.id(), Ledger.Fate.REMOVED);
        } else {
            unforeseen("removal of " + entry, answer);
        }
    }

    private void unforeseen(String what, Api.Answer answer) {
        ledger.violation(what + " was answered " + answer.status() + " " + new String(answer.bytes()));
    }
}
