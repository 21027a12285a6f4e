/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.keycloak.admin.ServerRole;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who enters a route, at either door. A route that does not say so lets nobody in. What a caller may then do to the
 * thing that the route is about, the services ask the {@link Caller}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** Whether the consumer API lets anyone in, with or without a bearer. */
    boolean open() default false;

    /** The kinds of caller that the consumer API lets in. */
    Class<? extends Caller>[] by() default {};

    /** The permission, {@code resource.action}, that those callers must hold; empty for none. */
    String permission() default "";

    /** Whether the permission is asked for only while {@code heimdall.enforce_app_permissions} is on. */
    boolean whileEnforced() default false;

    /**
     * Whether a user's session must still live: a bearer that outlives its logout is for reading, and changes nothing
     * of others.
     */
    boolean live() default false;

    /** The roles of which the platform API asks a Keycloak admin for one; none keeps every admin out. */
    AdminRole[] admin() default {};

    /** The rights of which the platform API asks a Keycloak admin for one on a route that is about no one app. */
    ServerRole[] server() default {};

    /**
     * Whether an admin also enters who may have that role over some object only, by Keycloak's fine-grained
     * permissions. The service then asks for the object.
     */
    boolean ofObjects() default false;
}
