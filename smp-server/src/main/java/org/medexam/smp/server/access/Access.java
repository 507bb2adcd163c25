package org.medexam.smp.server.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call this method. A method without it is refused for everyone. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

    /** The callers' kinds; {@link CallerKind#ANYONE} lets those in who show nothing. */
    CallerKind[] value();
}
