package org.medexam.smp.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.1.0.0/16, 10.1.255.255, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "10.1.2.3/15, 10.0.9.9, true",
        "0.0.0.0/0, 192.0.2.1, true",
        "0.0.0.0/0, ::1, false",
        "::1, ::1, true",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "2001:db8::/33, 2001:db8:8000::, false",
        "::/0, 10.0.0.1, false",
        "::ffff:10.1.2.3, 10.1.2.3, true"
    })
    void containsWhatSharesItsLeadingBits(String range, String address, boolean expected) throws Exception {
        assertThat(AddressRange.parse(range).orElseThrow().contains(InetAddress.getByName(address)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.1.2",
                "10.1.2.3.4",
                "10.1.2.256",
                "10.1.2.3/",
                "10.1.2.3/33",
                "10.1.2.3/-1",
                "::1/129",
                ":::",
                "g::1",
                "10.1.2.3/8/8",
                "010",
                "/8"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }
}
