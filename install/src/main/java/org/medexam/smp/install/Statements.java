package org.medexam.smp.install;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From the many ways in which components name their licence to one name each, mostly that of SPDX. */
final class Statements {

    private static final List<Map.Entry<String, String>> SIGNS = List.of(
            Map.entry("apache", "Apache-2.0"),
            Map.entry("payara/payara", "GPL-2.0-with-classpath-exception"),
            Map.entry("cddl", "GPL-2.0-with-classpath-exception"),
            Map.entry("epl-2.0", "EPL-2.0"),
            Map.entry("epl-v20", "EPL-2.0"),
            Map.entry("epl 2.0", "EPL-2.0"),
            Map.entry("eclipse public license", "EPL-2.0"),
            Map.entry("edl-v10", "EDL-1.0"),
            Map.entry("edl 1.0", "EDL-1.0"),
            Map.entry("eclipse distribution", "EDL-1.0"),
            Map.entry("mit-license", "MIT"),
            Map.entry("license/mit", "MIT"),
            Map.entry("licenses/mit", "MIT"),
            Map.entry("mit license", "MIT"),
            Map.entry("bsd-2-clause", "BSD-2-Clause"),
            Map.entry("bsd 2-clause", "BSD-2-Clause"),
            Map.entry("bsd-3-clause", "BSD-3-Clause"),
            Map.entry("bsd 3-clause", "BSD-3-Clause"),
            Map.entry("asm.ow2", "BSD-3-Clause"),
            Map.entry("mpl/1.1", "MPL-1.1"),
            Map.entry("mpl 1.1", "MPL-1.1"),
            Map.entry("lgpl", "LGPL-2.1"));

    private Statements() {}

    static List<String> licences(String words) {
        String small = words.toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(sign -> small.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }
}
