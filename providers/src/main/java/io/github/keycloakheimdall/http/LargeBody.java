/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record whose body may have 512 KiB: thousands of ids. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LargeBody {}
