package org.medexam.smp.core.schema;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SQL Server's version, e.g. 10.50.6000. */
record ServerVersion(int major, int minor, int build) implements Comparable<ServerVersion> {

    /** SQL Server 2008 R2 SP3: the first that can be taught TLS 1.2. */
    private static final ServerVersion OLDEST = new ServerVersion(10, 50, 6000);

    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

    /** Newest of all for a text of another form: what we cannot read we do not refuse. */
    static ServerVersion of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? new ServerVersion(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)))
                : new ServerVersion(Integer.MAX_VALUE, 0, 0);
    }

    boolean isTooOld() {
        return compareTo(OLDEST) < 0;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return Comparator.comparingInt(ServerVersion::major)
                .thenComparingInt(ServerVersion::minor)
                .thenComparingInt(ServerVersion::build)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + build;
    }
}
