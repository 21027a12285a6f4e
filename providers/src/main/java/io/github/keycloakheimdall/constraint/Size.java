/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.constraint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many characters a text may have, or entries a list; null may be. */
@Constraint
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Size {

    /** The fewest. */
    int min() default 0;

    /** The most. */
    int max() default Integer.MAX_VALUE;
}
