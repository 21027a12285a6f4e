/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.federation.IdentityList.Identity;
import io.github.keycloakheimdall.freshness.Freshness;
import io.github.keycloakheimdall.keycloak.provider.Brokered;
import io.github.keycloakheimdall.keycloak.provider.Upstream;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** The steps in which someone who is signed in gets a link to a provider. */
final class OwnLinks {

    private final KeycloakSession session;
    private final App app;

    OwnLinks(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * The first step in a browser: a ticket for it.
     *
     * @throws ApiException as {@link Freshness#require} and {@link NewLink#make}; 400 for a URL that is not returned
     *     to, 503 {@code PROVIDER_NOT_CONFIGURED} without such a provider
     */
    LinkStart start(String alias, String returnTo) {
        AppUser caller = Freshness.require(app);
        ReturnTo target = ReturnTo.require(List.of(returnTo), app.config().allowedRedirectOrigins());
        Upstream upstream = Upstream.toLink(session, alias).orElseThrow(WebSignin::notConfigured);
        NewLink.requirePossible(app, caller, upstream.alias());
        Vouchers.Voucher ticket =
                LinkTicket.all(session).make(new LinkTicket(app.id(), upstream.alias(), target, LinkOwner.of(caller)));
        return new LinkStart(new BrowserUrl(app).linkOf(upstream.alias(), ticket.secret()), ticket.expiresAt());
    }

    /**
     * The last one: the code that the browser brought back is traded for the link. A bearer has to come with it that is
     * of the session in which it all began, so nobody gets a link by sending others to a provider, nor gives one by
     * sending them back.
     *
     * @throws ApiException 410 for a code that is not good any more, or is another's; as {@link Freshness#requireAlone}
     *     and {@link NewLink#make}
     */
    Identity finish(String code) {
        Vouchers<LinkCode> codes = LinkCode.all(session);
        LinkOwner owner = LinkOwner.of(Freshness.requireLive(session));
        codes.find(code).filter(found -> isFor(found, owner)).orElseThrow(OwnLinks::gone);
        NewLink link = NewLink.alone(app);
        return link.make(codes.take(code).orElseThrow(OwnLinks::gone).identity());
    }

    /**
     * All in one, for a native app: by the ID token that the provider gave it.
     *
     * @throws ApiException 400 for a token that does not count; as {@link NativeProof#read}, {@link ProvenIdentity#of},
     *     {@link Freshness#requireAlone} and {@link NewLink#make}
     */
    Identity bring(String alias, NativeSigninRequest request) {
        NewLink.requirePossible(app, Freshness.require(app), alias);
        Brokered who = new NativeProof(app)
                .ofLink(alias, request)
                .orElseThrow(() -> ApiException.badRequest("The ID token does not count", "INVALID_ID_TOKEN"));
        ProvenIdentity identity = ProvenIdentity.of(app, who);
        return NewLink.alone(app).make(identity);
    }

    private boolean isFor(LinkCode code, LinkOwner owner) {
        return code.appId().equals(app.id()) && code.owner().equals(owner);
    }

    private static ApiException gone() {
        return ApiException.gone("The code does not hold");
    }
}
