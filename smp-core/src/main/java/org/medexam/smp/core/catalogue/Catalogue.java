package org.medexam.smp.core.catalogue;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All profiles that this server knows. */
public final class Catalogue {

    private final SortedMap<String, Profile> profiles = new TreeMap<>();

    /** @throws IllegalArgumentException when two profiles have one id */
    public Catalogue(Collection<Profile> profiles) {
        for (Profile profile : profiles) {
            if (this.profiles.put(profile.id(), profile) != null) {
                throw new IllegalArgumentException("two profiles of the id " + profile.id());
            }
        }
    }

    public Optional<Profile> profile(String id) {
        return Optional.ofNullable(profiles.get(id));
    }

    public SortedSet<String> ids() {
        return new TreeSet<>(profiles.keySet());
    }

    /** All of them, by id. */
    public Collection<Profile> profiles() {
        return profiles.values().stream().toList();
    }
}
