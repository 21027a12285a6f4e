/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.keycloak.runtime.MovedMethod;
import io.github.keycloakheimdall.keycloak.runtime.MovedMethod.Form;
import jakarta.ws.rs.core.UriInfo;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Set;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.DefaultBruteForceProtector;

/**
 * Keycloak's own count of failures. Its lines are told the kind of credential in other ways: not at all up to 26.5, as
 * one word in 26.6, as a set of words since 26.7; and before 26.7 the count that is done at once is for its own classes
 * only.
 */
public final class FailureCount {

    public static final MovedMethod AT_ONCE = withCategory(
            DefaultBruteForceProtector.class,
            "failure",
            "Lorg/keycloak/models/KeycloakSession;Lorg/keycloak/models/RealmModel;Ljava/lang/String;"
                    + "Ljava/lang/String;J",
            6);

    public static final MovedMethod LATER = withCategory(
            BruteForceProtector.class,
            "failedLogin",
            "Lorg/keycloak/models/RealmModel;Lorg/keycloak/models/UserModel;Lorg/keycloak/common/ClientConnection;"
                    + "Ljakarta/ws/rs/core/UriInfo;",
            5);

    private FailureCount() {}

    /** Before it returns. */
    static void atOnce(
            DefaultBruteForceProtector protector,
            KeycloakSession session,
            RealmModel realm,
            String userId,
            String address,
            long at,
            String category) {
        try {
            AT_ONCE.required().invokeExact(protector, session, realm, userId, address, at, category);
        } catch (Throwable e) {
            throw MovedMethod.unchecked(e);
        }
    }

    /** By a protector that is not Keycloak's: whenever it does. */
    static void later(
            BruteForceProtector protector, RealmModel realm, UserModel user, KeycloakContext context, String category) {
        try {
            LATER.required()
                    .invokeExact(protector, realm, user, context.getConnection(), (UriInfo) context.getUri(), category);
        } catch (Throwable e) {
            throw MovedMethod.unchecked(e);
        }
    }

    /** @param category where among the parameters it comes, the object itself counted */
    private static MovedMethod withCategory(Class<?> of, String name, String parameters, int category) {
        return MovedMethod.find(
                of,
                name,
                new Form(
                        '(' + parameters + "Ljava/util/Set;)V",
                        found -> MethodHandles.filterArguments(found, category, setOfOne())),
                new Form('(' + parameters + "Ljava/lang/String;)V", found -> found),
                new Form('(' + parameters + ")V", found -> MethodHandles.dropArguments(found, category, String.class)));
    }

    private static MethodHandle setOfOne() {
        try {
            return MethodHandles.lookup()
                    .findStatic(Set.class, "of", MethodType.methodType(Set.class, Object.class))
                    .asType(MethodType.methodType(Set.class, String.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
