package org.medexam.smp.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** A peer within this process, whose garbage collector and compiler are counted with it. */
abstract class JvmPeer implements Peer {

    static final float QUALITY = 0.80f;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Override
    public final long cpu() {
        return system.getProcessCpuTime();
    }

    @Override
    public final int stamp(Sample sample) {
        return stamped(sample).length;
    }
}
