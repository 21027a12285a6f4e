/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether a realm's own ways to log in have a step where a password alone would do. A flow is read as Keycloak runs it:
 * what is required beside an alternative leaves the alternative out, and a conditional part runs where its conditions
 * hold. What this does not know may take a password.
 */
public final class LoginFlows {

    /** Conditions that hold for whoever has a factor of the part, unless a passkey let them in. */
    private static final Set<String> CONDITIONS = Set.of("conditional-user-configured", "conditional-credential");

    private static final String CONDITION = "conditional-";

    /** Steps by which nobody gets in for a password. */
    private static final Set<String> WITHOUT_PASSWORD = Set.of(
            "auth-cookie",
            "auth-spnego",
            "auth-username-form",
            "auth-x509-client-username-form",
            "deny-access-authenticator",
            "identity-provider-redirector",
            "idp-add-organization-member",
            "idp-auto-link",
            "idp-confirm-link",
            "idp-create-user-if-unique",
            "idp-detect-existing-broker-user",
            "idp-email-verification",
            "idp-review-profile",
            "organization",
            "webauthn-authenticator-passwordless");

    private final RealmModel realm;
    private final String step;

    private LoginFlows(RealmModel realm, String step) {
        this.realm = realm;
        this.step = step;
    }

    /** Whether the flow of the login page has that step anywhere, switched on. */
    static boolean browserHas(RealmModel realm, String step) {
        return new LoginFlows(realm, step).has(realm.getBrowserFlow());
    }

    /** Whether whoever gives a password at the login page is asked by that step for what they have. */
    public static boolean browserAsks(RealmModel realm, String step) {
        return new LoginFlows(realm, step).isSafe(realm.getBrowserFlow());
    }

    /** The same of the page where a password links an account with an identity; true without identity providers. */
    public static boolean linkingAsks(KeycloakSession session, RealmModel realm, String step) {
        return !session.identityProviders().isIdentityFederationEnabled()
                || new LoginFlows(realm, step).isSafe(realm.getFirstBrokerLoginFlow());
    }

    /** Whether the flow that takes a password without a page has that step for everybody. */
    public static boolean directGrantAsks(RealmModel realm, String step) {
        return new LoginFlows(realm, step).isSafe(realm.getDirectGrantFlow());
    }

    private boolean has(@Nullable AuthenticationFlowModel flow) {
        return flow != null
                && parts(flow, part -> !part.isDisabled()).stream()
                        .anyMatch(part -> part.isAuthenticatorFlow()
                                ? has(realm.getAuthenticationFlowById(part.getFlowId()))
                                : step.equals(part.getAuthenticator()));
    }

    private boolean isSafe(@Nullable AuthenticationFlowModel flow) {
        if (flow == null) {
            return false;
        }
        List<AuthenticationExecutionModel> required = required(flow);
        return required.isEmpty()
                ? alternatives(flow).stream().allMatch(this::isSafe)
                : required.stream().anyMatch(this::asks) || required.stream().allMatch(this::isSafe);
    }

    private boolean isSafe(AuthenticationExecutionModel part) {
        return part.isAuthenticatorFlow()
                ? isSafe(realm.getAuthenticationFlowById(part.getFlowId()))
                : part.getAuthenticator() != null && WITHOUT_PASSWORD.contains(part.getAuthenticator());
    }

    /** Whether nobody with such a factor passes the part without this step, or one of those it is an alternative to. */
    private boolean asks(AuthenticationExecutionModel part) {
        if (!part.isAuthenticatorFlow()) {
            return step.equals(part.getAuthenticator());
        }
        AuthenticationFlowModel flow = realm.getAuthenticationFlowById(part.getFlowId());
        if (flow == null) {
            return false;
        }
        List<AuthenticationExecutionModel> required = required(flow);
        if (required.isEmpty()) {
            return (!part.isConditional() || conditions(flow).allMatch(CONDITIONS::contains)) && offers(flow);
        }
        return !part.isConditional() && required.stream().anyMatch(this::asks);
    }

    private boolean offers(AuthenticationFlowModel flow) {
        return alternatives(flow).stream().noneMatch(AuthenticationExecutionModel::isAuthenticatorFlow)
                && alternatives(flow).stream().anyMatch(each -> step.equals(each.getAuthenticator()));
    }

    private Stream<String> conditions(AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(each -> !each.isDisabled())
                .filter(LoginFlows::isCondition)
                .map(AuthenticationExecutionModel::getAuthenticator);
    }

    private List<AuthenticationExecutionModel> required(AuthenticationFlowModel flow) {
        return parts(flow, part -> part.isRequired() || part.isConditional());
    }

    private List<AuthenticationExecutionModel> alternatives(AuthenticationFlowModel flow) {
        return parts(flow, part -> part.getRequirement() == Requirement.ALTERNATIVE);
    }

    private List<AuthenticationExecutionModel> parts(
            AuthenticationFlowModel flow, Predicate<AuthenticationExecutionModel> which) {
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(each -> !isCondition(each))
                .filter(which)
                .toList();
    }

    private static boolean isCondition(AuthenticationExecutionModel part) {
        return !part.isAuthenticatorFlow()
                && part.getAuthenticator() != null
                && part.getAuthenticator().startsWith(CONDITION);
    }
}
