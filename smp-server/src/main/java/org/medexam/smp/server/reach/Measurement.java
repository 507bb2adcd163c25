package org.medexam.smp.server.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * What the phone found.
 *
 * @param roundTripMillis of a request without a body, the middle one of several
 * @param downMbit Mbit/s from SMP to the phone
 * @param upMbit Mbit/s from the phone to SMP
 */
public record Measurement(Double roundTripMillis, Double downMbit, Double upMbit) {

    private static final double MAX_MILLIS = 600_000;
    private static final double FASTEST_MBIT = 1_000_000;

    /** @throws Refusal {@code INVALID} naming what cannot have been measured */
    void check() {
        List<Map<String, String>> faults = new ArrayList<>();
        refuse(faults, "roundTripMillis", roundTripMillis, MAX_MILLIS);
        refuse(faults, "downMbit", downMbit, FASTEST_MBIT);
        refuse(faults, "upMbit", upMbit, FASTEST_MBIT);
        if (!faults.isEmpty()) {
            throw Refusal.of(RefusalCode.INVALID, "not measured").with("members", faults);
        }
    }

    private static void refuse(List<Map<String, String>> faults, String member, Double value, double most) {
        if (value == null || !(value > 0 && value <= most)) {
            faults.add(Map.of("member", member, "reason", "value"));
        }
    }
}
