package org.medexam.smp.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreBondTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    /** Every case there is: who is in the database, who in the store, who has pictures. */
    @ParameterizedTest
    @CsvSource({
        "-, -, false, false, FIRST_START",
        "-, -, false, true,  PICTURES_OF_UNKNOWN_ORIGIN",
        "-, -, true,  false, STORE_UNMARKED",
        "-, -, true,  true,  PICTURES_OF_UNKNOWN_ORIGIN",
        "-, A, false, false, UNFINISHED",
        "-, A, false, true,  DATABASE_UNMARKED",
        "-, A, true,  false, DATABASE_UNMARKED",
        "-, A, true,  true,  DATABASE_UNMARKED",
        "A, -, false, false, UNFINISHED",
        "A, -, false, true,  STORE_UNMARKED",
        "A, -, true,  false, STORE_UNMARKED",
        "A, -, true,  true,  STORE_UNMARKED",
        "A, A, false, false, BELONGS",
        "A, A, false, true,  BELONGS",
        "A, A, true,  false, BELONGS",
        "A, A, true,  true,  BELONGS",
        "A, B, false, false, OTHER_STORE",
        "A, B, false, true,  OTHER_STORE",
        "A, B, true,  false, OTHER_STORE",
        "A, B, true,  true,  OTHER_STORE"
    })
    void isDecidedInEveryCase(String database, String store, boolean rows, boolean files, String expected) {
        assertThat(StoreBond.between(identity(database), identity(store), rows, files))
                .isEqualTo(
                        switch (expected) {
                            case "BELONGS" -> new StoreBond.Belongs(A);
                            case "UNFINISHED" -> new StoreBond.Unfinished(A);
                            case "FIRST_START" -> new StoreBond.FirstStart();
                            default -> new StoreBond.Foreign(StoreBond.Reason.valueOf(expected));
                        });
    }

    private static Optional<UUID> identity(String name) {
        return switch (name) {
            case "A" -> Optional.of(A);
            case "B" -> Optional.of(B);
            default -> Optional.empty();
        };
    }
}
