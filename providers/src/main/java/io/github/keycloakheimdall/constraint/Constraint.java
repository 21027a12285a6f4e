/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.constraint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the annotations that say what a body's part may be. They are the project's own: where a server does not have
 * the class of an annotation, Java leaves the annotation out without a word, and Keycloak has Jakarta Validation since
 * 26.5 only.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Constraint {}
