/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.token;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.tenant.ActiveTenant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserSessionModel;

/**
 * What an access token says, which nobody can change. Times are seconds since the epoch.
 *
 * @param aid the app's id
 * @param sid the session that backs the token
 * @param role the user's role when the token was made
 * @param type {@code end_user} or {@code m2m}
 * @param amr how the session was established
 * @param mfaAt when a second factor was last proved, or null
 * @param orgId the active tenant's id, or null; {@code tid} says the same
 * @param orgRole the user's role inside it, or null; {@code trole} says the same
 * @param nbf from when it holds; null in all that are made here
 * @param scopes what a machine client may do; null for a user
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessClaims(
        String iss,
        String aud,
        String sub,
        String aid,
        @Nullable String sid,
        @Nullable String role,
        String type,
        @Nullable List<String> amr,
        @Nullable Integer mfaAt,
        @Nullable String orgId,
        @Nullable String orgRole,
        @Nullable String tid,
        @Nullable String trole,
        long iat,
        long exp,
        @Nullable Long nbf,
        String jti,
        @Nullable List<String> scopes) {

    /** The {@link #type} of a user's token. */
    public static final String END_USER = "end_user";

    /** The {@link #type} of a machine client's token. */
    public static final String M2M = "m2m";

    public AccessClaims {
        amr = unmodifiable(amr);
        scopes = unmodifiable(scopes);
    }

    /**
     * What a new token of a session says.
     *
     * @param tenant the active one, or empty
     * @param now seconds since the epoch
     * @param expiry the same
     */
    static AccessClaims ofUser(
            App app, UserSessionModel userSession, Optional<ActiveTenant> tenant, int now, int expiry) {
        Proof proof = Proof.of(userSession);
        String tenantId = tenant.map(ActiveTenant::id).orElse(null);
        String tenantRole = tenant.map(active -> active.role().getName()).orElse(null);
        return new AccessClaims(
                app.issuer(),
                app.slug(),
                userSession.getUser().getId(),
                app.id(),
                userSession.getId(),
                AppRoles.of(app, userSession.getUser()).role(),
                END_USER,
                proof.amr(),
                proof.mfaAt(),
                tenantId,
                tenantRole,
                tenantId,
                tenantRole,
                now,
                expiry,
                null,
                UUID.randomUUID().toString(),
                null);
    }

    /**
     * What a new token of a machine client says.
     *
     * @param scopes what it may do
     * @param now seconds since the epoch
     * @param expiry the same
     */
    public static AccessClaims ofMachine(App app, String clientId, List<String> scopes, int now, int expiry) {
        return new AccessClaims(
                app.issuer(),
                app.slug(),
                clientId,
                app.id(),
                null,
                null,
                M2M,
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                expiry,
                null,
                UUID.randomUUID().toString(),
                scopes);
    }

    /** Whether it is a machine client's token. */
    @JsonIgnore
    public boolean isMachine() {
        return M2M.equals(type);
    }

    private static @Nullable List<String> unmodifiable(@Nullable List<String> list) {
        return list == null ? null : Collections.unmodifiableList(list);
    }
}
