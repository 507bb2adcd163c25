package org.medexam.smp.core.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Writes files that hold a secret. Only the owner can read such a file, from its first moment on; on Windows also the
 * administrators, and the service accounts that the folder admits by name.
 */
public final class PrivateFile {

    /** Name of the group in Chinese and in English Windows. */
    private static final String ADMINISTRATORS = "Administrators";

    private static final String SERVICES = "NT SERVICE\\";

    private PrivateFile() {}

    /** Writes a text in UTF-8 as {@link AtomicFile#write} does, readable by the owner alone. */
    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes as {@link AtomicFile#write} does, readable by the owner alone. */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = AtomicFile.temporary(folder);
        try {
            if (isPosix(folder)) {
                AtomicFile.writeNew(
                        temporary,
                        out -> out.write(content),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                restrictToOwner(Files.createFile(temporary));
                AtomicFile.writeTo(temporary, out -> out.write(content));
            }
            AtomicFile.move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static boolean isPosix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void restrictToOwner(Path file) throws IOException {
        AclFileAttributeView rights = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (rights != null) {
            List<AclEntry> entries = new ArrayList<>(List.of(fullControl(Files.getOwner(file))));
            administrators(file).map(PrivateFile::fullControl).ifPresent(entries::add);
            entries.addAll(services(file.getParent()));
            rights.setAcl(entries);
        }
    }

    /** Entries by which the folder admits a service account: the service reads files that an administrator wrote. */
    private static List<AclEntry> services(Path folder) throws IOException {
        return Files.getFileAttributeView(folder, AclFileAttributeView.class).getAcl().stream()
                .filter(entry -> entry.type() == AclEntryType.ALLOW)
                .filter(entry -> entry.principal().getName().startsWith(SERVICES))
                .map(entry -> AclEntry.newBuilder(entry).setFlags().build())
                .toList();
    }

    private static AclEntry fullControl(UserPrincipal who) {
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
        } catch (UserPrincipalNotFoundException localizedName) {
            return Optional.empty();
        }
    }
}
