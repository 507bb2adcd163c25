package org.medexam.smp.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void nobodyWaitsForEver() {
        DatabaseAddress address =
                DatabaseAddress.sqlServer("jdbc:sqlserver://db:1433;databaseName=EP", "smp", "secret");

        assertThat(address.url())
                .isEqualTo("jdbc:sqlserver://db:1433;databaseName=EP;applicationName=SMP;lockTimeout=10000"
                        + ";loginTimeout=3;socketTimeout=15000");
    }

    @Test
    void whatTheSettingsSayOfWaitingHolds() {
        DatabaseAddress address =
                DatabaseAddress.sqlServer("jdbc:sqlserver://db;LoginTimeout = 20; sockettimeout=1;", "smp", "secret");

        assertThat(address.url())
                .isEqualTo(
                        "jdbc:sqlserver://db;LoginTimeout = 20; sockettimeout=1;applicationName=SMP;lockTimeout=10000");
    }
}
