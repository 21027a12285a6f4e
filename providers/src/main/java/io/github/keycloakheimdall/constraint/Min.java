/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.constraint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The least that a number may be. */
@Constraint
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Min {

    /** The number itself may be. */
    long value();
}
