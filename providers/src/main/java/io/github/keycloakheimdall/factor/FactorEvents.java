/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factor;

import io.github.keycloakheimdall.keycloak.credential.EmailCredentials.Bound;
import io.github.keycloakheimdall.keycloak.credential.OtpCredentials.Device;
import io.github.keycloakheimdall.keycloak.event.Events;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Tells of changed factors as Keycloak's account console would, which still sends the older event of each pair too.
 * That one is what the audit log goes by, so a factor by mail has it as well.
 */
final class FactorEvents {

    private final KeycloakSession session;
    private final UserModel user;

    FactorEvents(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    @SuppressWarnings("deprecation")
    void added(Device device) {
        send(List.of(EventType.UPDATE_CREDENTIAL, EventType.UPDATE_TOTP), FactorKind.TOTP, device.id(), device.label());
    }

    @SuppressWarnings("deprecation")
    void removed(Device device) {
        send(List.of(EventType.REMOVE_CREDENTIAL, EventType.REMOVE_TOTP), FactorKind.TOTP, device.id(), device.label());
    }

    @SuppressWarnings("deprecation")
    void added(Bound email) {
        send(List.of(EventType.UPDATE_CREDENTIAL, EventType.UPDATE_TOTP), FactorKind.EMAIL, email.id(), email.label());
    }

    @SuppressWarnings("deprecation")
    void removed(Bound email) {
        send(List.of(EventType.REMOVE_CREDENTIAL, EventType.REMOVE_TOTP), FactorKind.EMAIL, email.id(), email.label());
    }

    void recoveryCodesMinted() {
        send(List.of(EventType.UPDATE_CREDENTIAL), FactorKind.RECOVERY_CODE, null, null);
    }

    void recoveryCodesRemoved() {
        send(List.of(EventType.REMOVE_CREDENTIAL), FactorKind.RECOVERY_CODE, null, null);
    }

    private void send(List<EventType> types, FactorKind kind, @Nullable String id, @Nullable String label) {
        for (EventType type : types) {
            EventBuilder event =
                    new Events(session).of(type, user).detail(Details.CREDENTIAL_TYPE, kind.credentialType());
            if (id != null) {
                event.detail(Details.SELECTED_CREDENTIAL_ID, id).detail(Details.CREDENTIAL_USER_LABEL, label);
            }
            event.success();
        }
    }
}
