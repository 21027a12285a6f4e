/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route for backends: it takes an API key with this permission and nothing else. */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequireKeyPermission {

    /** One of {@link KeyPermissions}. */
    String value() default "";
}
