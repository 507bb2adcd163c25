package org.medexam.smp.core.schema;

import java.sql.Connection;
import java.sql.DriverManager;

/** A program of its own that has an embedded database open until it is ended. */
final class HoldsOpen {

    private HoldsOpen() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection open = DriverManager.getConnection(arguments[0], "sa", "")) {
            System.out.println("open");
            System.in.read();
            open.isValid(0);
        }
    }
}
