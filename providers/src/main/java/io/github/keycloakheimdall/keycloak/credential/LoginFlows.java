/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What a realm's own ways to log in ask for. */
public final class LoginFlows {

    private static final String PASSWORD_OF_LINKING = "idp-username-password-form";

    private LoginFlows() {}

    /** Whether the flow of the login page has that step, switched on. */
    public static boolean browserHas(RealmModel realm, String step) {
        return has(realm, realm.getBrowserFlow(), step);
    }

    /** The same of the flow that takes a password without a page. */
    public static boolean directGrantHas(RealmModel realm, String step) {
        return has(realm, realm.getDirectGrantFlow(), step);
    }

    /**
     * Whether who comes from a provider, and shows by a password whose account it is to be linked with, meets that
     * step: true where no password is taken so.
     */
    public static boolean linkingHas(KeycloakSession session, RealmModel realm, String step) {
        AuthenticationFlowModel flow = realm.getFirstBrokerLoginFlow();
        return !session.identityProviders().isIdentityFederationEnabled()
                || !has(realm, flow, PASSWORD_OF_LINKING)
                || has(realm, flow, step);
    }

    private static boolean has(RealmModel realm, @Nullable AuthenticationFlowModel flow, String step) {
        return flow != null
                && realm.getAuthenticationExecutionsStream(flow.getId())
                        .filter(each -> !each.isDisabled())
                        .anyMatch(each -> each.isAuthenticatorFlow()
                                ? has(realm, realm.getAuthenticationFlowById(each.getFlowId()), step)
                                : step.equals(each.getAuthenticator()));
    }
}
