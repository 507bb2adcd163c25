package org.medexam.smp.core.settings;

import java.nio.file.Path;

/**
 * Where pictures lie.
 *
 * @param path absolute; never below {@code Inetpub\wwwroot} (notice S0:682); whether it is there now is the store's to say
 */
public record StorageSettings(Path path) {}
