package org.medexam.smp.server.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lists the callers that may call a resource method. {@link AccessFilter} refuses a method without it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

    /** The permitted kinds; {@link CallerKind#ANYONE} includes callers without a ticket or session. */
    CallerKind[] value();
}
