package org.medexam.smp.core.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A file with a secret in it: from its first moment nobody but its owner can read it; on Windows the administrators
 * too, who could take it anyway, and whose tool must read what the service's own account wrote.
 */
public final class PrivateFile {

    /** By this name in Chinese and in English Windows. */
    private static final String ADMINISTRATORS = "Administrators";

    private static final String SERVICES = "NT SERVICE\\";

    private PrivateFile() {}

    /** Writes the whole file, in UTF-8; a reader sees the old one or the new one and nothing between. */
    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for what is no text. */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path fresh = posix
                ? Files.createTempFile(
                        folder,
                        ".new",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : forOwner(Files.createTempFile(folder, ".new", ""));
        try {
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Path forOwner(Path file) throws IOException {
        AclFileAttributeView rights = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (rights != null) {
            List<AclEntry> entries = new ArrayList<>(List.of(whole(Files.getOwner(file))));
            administrators(file).map(PrivateFile::whole).ifPresent(entries::add);
            entries.addAll(services(file.getParent()));
            rights.setAcl(entries);
        }
        return file;
    }

    /** What the folder allows a service by its own name: the one that reads what an administrator's tool writes. */
    private static List<AclEntry> services(Path folder) throws IOException {
        return Files.getFileAttributeView(folder, AclFileAttributeView.class).getAcl().stream()
                .filter(entry -> entry.type() == AclEntryType.ALLOW)
                .filter(entry -> entry.principal().getName().startsWith(SERVICES))
                .map(entry -> AclEntry.newBuilder(entry).setFlags().build())
                .toList();
    }

    private static AclEntry whole(UserPrincipal who) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(who)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
    }

    private static Optional<UserPrincipal> administrators(Path file) throws IOException {
        try {
            return Optional.of(
                    file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(ADMINISTRATORS));
        } catch (UserPrincipalNotFoundException calledOtherwiseHere) {
            return Optional.empty();
        }
    }
}
