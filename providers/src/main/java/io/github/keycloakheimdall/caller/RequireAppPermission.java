/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission that a route asks of its caller. */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequireAppPermission {

    /** The permission's key, {@code resource.action}. */
    String value() default "";

    /** Whether it is asked also while {@code heimdall.enforce_app_permissions} is off. */
    boolean always() default false;
}
