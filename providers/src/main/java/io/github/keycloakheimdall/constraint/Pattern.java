/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.constraint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a text has to match as a whole; null may be. */
@Constraint
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Pattern {

    /** The regular expression. */
    String regexp();
}
