/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.admin;

import io.github.keycloakheimdall.keycloak.runtime.MovedMethod;
import java.lang.invoke.MethodType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * The roles of an admin's token. One that names none, which is lightweight, gets those of its session. Earlier patches
 * of Keycloak did so as they made an admin's permissions; later ones keep what they find to themselves.
 */
public final class TokenRoles {

    private static final String TAKES = "(L" + KeycloakSession.class.getName().replace('.', '/') + ";L"
            + AccessToken.class.getName().replace('.', '/') + ";L"
            + RealmModel.class.getName().replace('.', '/') + ";)";

    public static final MovedMethod READ = MovedMethod.find(
            AuthenticationManager.class,
            "resolveLightweightAccessTokenRoles",
            MethodType.methodType(void.class, KeycloakSession.class, AccessToken.class, RealmModel.class),
            TAKES + "V",
            TAKES + "Z");

    private TokenRoles() {}

    /** The admin's token, which names its roles from now on. */
    static AccessToken named(KeycloakSession session, AdminAuth admin) {
        try {
            READ.required().invokeExact(session, admin.getToken(), admin.getRealm());
            return admin.getToken();
        } catch (Throwable e) {
            throw MovedMethod.unchecked(e);
        }
    }
}
