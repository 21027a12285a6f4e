/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.credential.ResetAttempt;
import io.github.keycloakheimdall.keycloak.event.GlobalListener;
import io.github.keycloakheimdall.keycloak.event.StepUpEvent;
import io.github.keycloakheimdall.outbound.EventKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/** Notes for an app's webhook what its users do, here and at Keycloak's own pages. */
public final class UserEvents extends GlobalListener {

    /** Behind these an account may be another than before in what no event tells. */
    private static final Set<EventType> TOUCHING = EnumSet.of(
            EventType.VERIFY_EMAIL,
            EventType.UPDATE_EMAIL,
            EventType.UPDATE_PROFILE,
            EventType.FEDERATED_IDENTITY_LINK,
            EventType.IDENTITY_PROVIDER_FIRST_LOGIN,
            EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT);

    public UserEvents() {
        super("heimdall-webhook-users");
    }

    @Override
    protected void heard(KeycloakSession session, Event event) {
        RealmModel realm = session.getContext().getRealm();
        if (realm == null || event.getUserId() == null || !realm.getId().equals(event.getRealmId())) {
            return;
        }
        if (TOUCHING.contains(event.getType())) {
            Happenings.touched(session, realm, event.getUserId());
        }
        switch (event.getType()) {
            case REGISTER -> registered(session, realm, event);
            case EXECUTE_ACTION_TOKEN -> {
                // What Keycloak 26.5 and 26.6 call a registration by an organization's invitation.
                if (detail(event, Details.REGISTER_METHOD) != null) {
                    registered(session, realm, event);
                }
            }
            case LOGIN -> login(session, realm, event);
            case LOGIN_ERROR -> {
                if (detail(event, StepUpEvent.LOCKS) != null) {
                    note(session, realm, event, EventKind.MFA_STEP_UP_LOCKED);
                }
            }
            case VERIFY_EMAIL -> note(session, realm, event, EventKind.USER_CONTACT_VERIFIED);
            case SEND_RESET_PASSWORD -> note(session, realm, event, EventKind.USER_PASSWORD_RESET_REQUESTED);
            case RESET_PASSWORD -> note(session, realm, event, EventKind.USER_PASSWORD_RESET_COMPLETED);
            case UPDATE_CREDENTIAL -> credential(session, realm, event, EventKind.MFA_FACTOR_ENROLLED);
            case REMOVE_CREDENTIAL -> credential(session, realm, event, EventKind.MFA_FACTOR_DISABLED);
            case INVITE_ORG -> note(session, realm, event, EventKind.TENANT_INVITE_ACCEPTED);
            default -> {
                // Nothing that apps tell of.
            }
        }
    }

    /** Before 26.7 this event is the one that tells of the organization whose invitation somebody new came by. */
    private static void registered(KeycloakSession session, RealmModel realm, Event event) {
        note(session, realm, event, EventKind.USER_SIGNUP);
        if (detail(event, Details.ORG_ID) != null) {
            note(session, realm, event, EventKind.TENANT_INVITE_ACCEPTED);
        }
    }

    private static void login(KeycloakSession session, RealmModel realm, Event event) {
        boolean stepUp = StepUpEvent.REASON.equals(detail(event, Details.REASON));
        note(session, realm, event, stepUp ? EventKind.MFA_STEP_UP_SUCCEEDED : EventKind.USER_SIGNIN);
        if (RecoveryAuthnCodesCredentialModel.TYPE.equals(detail(event, Details.CREDENTIAL_TYPE))
                || Objects.requireNonNullElse(detail(event, "amr"), "").contains("recovery_code")) {
            note(session, realm, event, EventKind.MFA_RECOVERY_CODE_USED);
        }
    }

    /** A password is no second factor, and recovery codes come and go with one. */
    private static void credential(KeycloakSession session, RealmModel realm, Event event, EventKind kind) {
        String type = detail(event, Details.CREDENTIAL_TYPE);
        if (PasswordCredentialModel.TYPE.equals(type)) {
            if (kind == EventKind.MFA_FACTOR_ENROLLED && ResetAttempt.isUnderWay(session)) {
                note(session, realm, event, EventKind.USER_PASSWORD_RESET_COMPLETED);
            }
        } else if (type != null && !RecoveryAuthnCodesCredentialModel.TYPE.equals(type)) {
            note(session, realm, event, kind);
        }
    }

    private static void note(KeycloakSession session, RealmModel realm, Event event, EventKind kind) {
        if (!Subscription.of(session, realm).wants(kind)) {
            return;
        }
        UserModel user = session.users().getUserById(realm, event.getUserId());
        Map<String, String> data = user == null ? new LinkedHashMap<>() : UserData.of(user);
        data.putIfAbsent("account_id", event.getUserId());
        String about = event.getUserId();
        switch (kind) {
            case USER_SIGNIN, MFA_STEP_UP_SUCCEEDED, MFA_STEP_UP_LOCKED -> data.put("session_id", event.getSessionId());
            case USER_CONTACT_VERIFIED -> {
                data.put("contact_type", Objects.requireNonNullElse(detail(event, "contact_type"), "email"));
                data.put("contact", detail(event, Details.EMAIL));
            }
            case MFA_FACTOR_ENROLLED, MFA_FACTOR_DISABLED -> {
                Factor.put(data, detail(event, Details.CREDENTIAL_TYPE), Factor.id(event.getDetails()));
                about += ' ' + Objects.requireNonNullElse(Factor.id(event.getDetails()), event.getId());
            }
            case TENANT_INVITE_ACCEPTED -> data.put("tenant_id", invitedTo(session, event));
            default -> {
                // The user is all there is to say.
            }
        }
        Happenings.note(session, realm, new Happening(kind, about, data));
    }

    /** Before 26.7 the event does not say it, and comes right behind the join. */
    private static @Nullable String invitedTo(KeycloakSession session, Event event) {
        String told = detail(event, Details.ORG_ID);
        return told == null ? TenantEvents.lastJoined(session) : told;
    }

    private static @Nullable String detail(Event event, String name) {
        return event.getDetails() == null ? null : event.getDetails().get(name);
    }
}
