/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that acts on other people's accounts: it takes a person, a machine client or an API key that holds the
 * permission, whatever {@code heimdall.enforce_app_permissions} says.
 */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequireAdminPermission {

    /** The permission's key, {@code resource.action}. */
    String value() default "";
}
