package org.medexam.smp.server.central;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some changes in order, and where to go on.
 *
 * @param changes those that the follower may see; empty when there is nothing more now
 * @param next the number after which to go on: everything up to it was here, or is kept from this follower
 * @param begins the number of the oldest change that is kept, where older ones were asked for and are forgotten
 */
public record ChangePage(List<Change> changes, long next, OptionalLong begins) {

    public ChangePage {
        changes = List.copyOf(changes);
    }

    /** What of it somebody gets who has everything up to that number. */
    ChangePage after(long seq, int limit) {
        List<Change> newer =
                changes.stream().filter(change -> change.seq() > seq).toList();
        return newer.size() > limit
                ? new ChangePage(newer.subList(0, limit), newer.get(limit - 1).seq(), begins)
                : new ChangePage(newer, Math.max(seq, next), begins);
    }
}
