/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.provider.Brokered;
import io.github.keycloakheimdall.keycloak.provider.Upstream;
import io.github.keycloakheimdall.keycloak.provider.UpstreamFailure;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/** Ends an attempt: whatever comes of it, the browser goes back to the app with a word for it. */
final class Callback {

    private static final Logger LOG = Logger.getLogger(Callback.class);

    private static final String UNAVAILABLE = "provider_unavailable";

    private static final String DENIED = "access_denied";

    /**
     * What a provider says of someone who did not want to: OAuth's word, OpenID Connect's, Apple's, LinkedIn's and
     * others'.
     */
    private static final Set<String> DENIALS =
            Set.of(DENIED, "consent_required", "user_cancelled_authorize", "user_cancelled_login", "user_denied");

    private final KeycloakSession session;
    private final App app;
    private final Attempt attempt;

    /** @param attempt one that nobody can end a second time */
    Callback(App app, Attempt attempt) {
        this.session = app.session();
        this.app = app;
        this.attempt = attempt;
    }

    /**
     * Where the browser goes.
     *
     * @param answer what the provider gave, or null
     * @param error what it said instead, or null
     */
    URI finish(@Nullable String answer, @Nullable String error) {
        try {
            app.requireActive();
            if (error != null || answer == null || answer.isBlank()) {
                return refused(isDenial(error) ? DENIED : UNAVAILABLE, Errors.IDENTITY_PROVIDER_ERROR);
            }
            if (attempt.owner() != null && !attempt.owner().isIn(session)) {
                return refused("session_ended", Errors.SESSION_EXPIRED);
            }
            Upstream upstream = upstream().orElse(null);
            if (upstream == null) {
                return refused(UNAVAILABLE, Errors.IDENTITY_PROVIDER_ERROR);
            }
            Brokered who = upstream.finish(answer, attempt.redirectUri(), attempt.notes());
            return attempt.returnTo().with(ReturnTo.CODE, code(who));
        } catch (UpstreamFailure failure) {
            LOG.warnf(
                    "Provider %s of realm %s did not sign someone in: %s",
                    attempt.alias(), app.slug(), failure.getMessage());
            LOG.debug("A provider did not sign someone in", failure);
            return refused(UNAVAILABLE, Errors.IDENTITY_PROVIDER_ERROR);
        } catch (ApiException refusal) {
            return refused(word(refusal), Errors.ACCESS_DENIED);
        } catch (RuntimeException failure) {
            // A mapper, or the database: no program comes here that could read an error body.
            LOG.errorf(failure, "A sign-in by provider %s of realm %s failed", attempt.alias(), app.slug());
            return attempt.returnTo().with(ReturnTo.ERROR, "server_error");
        }
    }

    private Optional<Upstream> upstream() {
        return attempt.owner() == null
                ? Upstream.find(session, attempt.alias())
                : Upstream.toLink(session, attempt.alias());
    }

    private String code(Brokered who) {
        if (attempt.owner() == null) {
            return new SigninCodes(session).make(new FederatedSignin(app).of(who));
        }
        ProvenIdentity identity = ProvenIdentity.of(app, who);
        return LinkCode.all(session)
                .make(new LinkCode(app.id(), identity, attempt.owner()))
                .secret();
    }

    private static boolean isDenial(@Nullable String error) {
        return error != null && DENIALS.contains(error);
    }

    static String word(ApiException refusal) {
        return refusal.code() == null ? "account_refused" : refusal.code().toLowerCase(Locale.ROOT);
    }

    private URI refused(String word, String error) {
        LinkOwner owner = attempt.owner();
        EventBuilder event =
                new Events(session).of(owner == null ? EventType.LOGIN : EventType.FEDERATED_IDENTITY_LINK);
        if (owner != null) {
            event.user(owner.userId()).session(owner.sessionId());
        }
        event.detail(Details.IDENTITY_PROVIDER, attempt.alias())
                .detail(Details.REASON, word)
                .error(error);
        return attempt.returnTo().with(ReturnTo.ERROR, word);
    }
}
