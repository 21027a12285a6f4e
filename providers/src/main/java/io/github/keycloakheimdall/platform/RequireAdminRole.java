/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.platform;

import io.github.keycloakheimdall.keycloak.AdminRole;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The Keycloak admin role that a platform route asks of its caller. */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequireAdminRole {

    /** The role over the app's realm. */
    AdminRole value() default AdminRole.MANAGE_REALM;
}
