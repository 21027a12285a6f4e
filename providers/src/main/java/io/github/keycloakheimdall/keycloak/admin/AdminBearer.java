/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.admin;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.runtime.CompactJws;
import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Encode;
import org.keycloak.http.HttpRequest;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * Reads the bearer of a request as Keycloak's admin REST API does: an access token of any realm, checked by that realm.
 */
public final class AdminBearer {

    private AdminBearer() {}

    /**
     * The admin who makes the request. Leaves the token's realm as the session's.
     *
     * @throws ApiException 401 without an access token that its own realm accepts
     */
    public static AdminAuth authenticate(KeycloakSession session) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        RealmModel realm = issuingRealm(session, bearer(headers));
        session.getContext().setRealm(realm);
        AuthenticationManager.AuthResult checked = new AppAuthManager.BearerTokenAuthenticator(session)
                .setRealm(realm)
                .setConnection(session.getContext().getConnection())
                .setHeaders(headers)
                .authenticate();
        if (checked == null) {
            throw ApiException.bearerRequired();
        }
        AdminAuth admin = Feature.CHECKED_BEARER_RECORD.isThere()
                ? CheckedRecord.admin(realm, checked)
                : CheckedClass.admin(realm, checked);
        session.getContext().setBearerToken(admin.getToken());
        return admin;
    }

    /** The admin whose request Keycloak's own admin API is carrying out; nobody where it is not at work on one. */
    public static Optional<AdminAuth> atKeycloaksOwnApi(KeycloakSession session) {
        // Asked first: where there is no request, as at an import when the server starts, Keycloak throws when asked
        // for it.
        if (!(session.getContext().getBearerToken() instanceof AccessToken token)) {
            return Optional.empty();
        }
        HttpRequest request = session.getContext().getHttpRequest();
        RealmModel realm = issuingRealm(session, bearer(request.getHttpHeaders()));
        UserModel user = holder(session, realm, token);
        ClientModel client = token.getIssuedFor() == null ? null : realm.getClientByClientId(token.getIssuedFor());
        return user == null || client == null
                ? Optional.empty()
                : Optional.of(new AdminAuth(realm, token, user, client));
    }

    /** A lightweight token names no user: its session does. Null where neither is known. */
    private static @Nullable UserModel holder(KeycloakSession session, RealmModel realm, AccessToken token) {
        if (token.getSubject() != null) {
            return session.users().getUserById(realm, token.getSubject());
        }
        UserSessionModel login =
                token.getSessionId() == null ? null : session.sessions().getUserSession(realm, token.getSessionId());
        return login == null ? null : login.getUser();
    }

    private static String bearer(HttpHeaders headers) {
        try {
            String token = AppAuthManager.extractAuthorizationHeaderToken(headers);
            if (token != null) {
                return token;
            }
        } catch (NotAuthorizedException malformed) {
            throw ApiException.bearerRequired();
        }
        throw ApiException.bearerRequired();
    }

    /**
     * The realm that is asked; nothing of the token is believed yet. Its name is a segment of the issuer's path, so
     * what a path cannot hold is percent encoded there.
     */
    private static RealmModel issuingRealm(KeycloakSession session, String token) {
        return CompactJws.parse(token)
                .flatMap(AdminBearer::issuer)
                .flatMap(AdminBearer::realmName)
                .map(session.realms()::getRealmByName)
                .orElseThrow(ApiException::bearerRequired);
    }

    private static Optional<String> issuer(JWSInput token) {
        try {
            return Optional.ofNullable(token.readJsonContent(AccessToken.class)).map(AccessToken::getIssuer);
        } catch (JWSInputException notAToken) {
            return Optional.empty();
        }
    }

    private static Optional<String> realmName(String issuer) {
        try {
            String name = Encode.decodePath(issuer.substring(issuer.lastIndexOf('/') + 1));
            // No realm has such a name, and PostgreSQL does not take a NUL in a value that it looks for.
            return name.indexOf('\0') < 0 ? Optional.of(name) : Optional.empty();
        } catch (RuntimeException notUtf8) {
            return Optional.empty();
        }
    }

    @Needs(Feature.CHECKED_BEARER_RECORD)
    private static final class CheckedRecord {

        static AdminAuth admin(RealmModel realm, AuthenticationManager.AuthResult checked) {
            return new AdminAuth(realm, checked.token(), checked.user(), checked.client());
        }
    }

    @Needs(Feature.CHECKED_BEARER_CLASS)
    private static final class CheckedClass {

        @SuppressWarnings("removal")
        static AdminAuth admin(RealmModel realm, AuthenticationManager.AuthResult checked) {
            return new AdminAuth(realm, checked.getToken(), checked.getUser(), checked.getClient());
        }
    }
}
