package org.medexam.smp.tool.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.medexam.smp.core.ticket.KeySet;
import org.medexam.smp.tool.ToolMessages;

/** Looks at the public keys of SP and MP (JWK sets). Quick. */
public final class KeySetCheck {

    private static final long MAX_BYTES = 1 << 20;

    private final FindingMessages words;

    public KeySetCheck(ToolMessages texts) {
        words = FindingMessages.of(texts, "keys.subject");
    }

    /** The keys of one file with what they are; empty when the file is no key set. */
    public List<KeySet.Key> keys(Path file) {
        return read(file).map(KeySet::keys).orElse(List.of());
    }

    /** Looks at one issuer's file. */
    public List<Finding> look(Path file) {
        FindingMessages named = new FindingMessages(words.texts(), words.subject() + " " + file.getFileName());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return List.of(named.fault("keys.missing", file));
        }
        Optional<KeySet> set = read(file);
        if (set.isEmpty()) {
            return List.of(named.fault("keys.not-a-set", file));
        }
        List<Finding> findings = new ArrayList<>();
        for (KeySet.Key key : set.get().keys()) {
            findings.add(of(named, key));
        }
        if (findings.isEmpty()) {
            findings.add(named.fault("keys.empty", file));
        }
        return List.copyOf(findings);
    }

    private static Finding of(FindingMessages named, KeySet.Key key) {
        return switch (key.state()) {
            case USED -> named.good("keys.good", key.kid(), key.algorithms(), key.thumbprint());
            case PRIVATE -> named.fault("keys.private", key.kid());
            case WITHOUT_KID -> named.fault("keys.without-kid", key.thumbprint());
            case TOO_SHORT -> named.fault("keys.too-short", key.kid(), key.algorithms());
            case SAME_KID -> named.fault("keys.same-kid", key.kid());
            case NOT_FOR_VERIFYING -> named.advice("keys.not-for-verifying", key.kid());
            case NOT_TAKEN -> named.fault("keys.not-taken", key.kid(), key.algorithms());
        };
    }

    /** Looks at both issuers' files, and whether one key stands in both. */
    public List<Finding> look(Path sp, Path mp) {
        List<Finding> findings = new ArrayList<>(look(sp));
        findings.addAll(look(mp));
        List<String> ofMp = keys(mp).stream().map(KeySet.Key::thumbprint).toList();
        String both = keys(sp).stream()
                .filter(key -> !key.thumbprint().isEmpty() && ofMp.contains(key.thumbprint()))
                .map(KeySet.Key::kid)
                .collect(Collectors.joining(", "));
        if (!both.isEmpty()) {
            findings.add(words.fault("keys.in-both", both));
        }
        return List.copyOf(findings);
    }

    private static Optional<KeySet> read(Path file) {
        try {
            return Files.size(file) > MAX_BYTES ? Optional.empty() : KeySet.parse(Files.readString(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
