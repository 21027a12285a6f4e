/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.RetentionChanged;
import io.github.keycloakheimdall.outbound.EventKind;
import io.github.keycloakheimdall.outbound.Looks;
import io.github.keycloakheimdall.outbound.Occurrence;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/** Notes what the model itself tells, and has what waits sent: right after its commit, or else a little later. */
public final class WebhookWatch {

    private final Deliverer deliverer;

    private WebhookWatch(Deliverer deliverer) {
        this.deliverer = deliverer;
    }

    /** Starts to listen and to send; to be called once, when the server starts. */
    public static void listen(KeycloakSessionFactory factory) {
        Deliverer deliverer = new Deliverer(factory);
        factory.register(new WebhookWatch(deliverer)::onEvent);
        Looks.every(factory, "heimdall-webhooks", deliverer::lookAround);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof WebhookDue due) {
            deliverer.wake(due.realmId());
        } else if (event instanceof RetentionChanged) {
            deliverer.prune();
        } else if (event instanceof Occurrence occurrence) {
            occurred(occurrence);
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            removed(removed.getKeycloakSession(), removed.getRealm(), removed.getUser());
        } else if (event instanceof UserModel.UserPreRemovedEvent removing) {
            // Where an organization takes a managed member along there is no other.
            removed(removing.getKeycloakSession(), removing.getRealm(), removing.getUser());
        } else if (event instanceof RoleModel.RoleGrantedEvent granted) {
            changed(granted.getKeycloakSession(), granted.getUser());
        } else if (event instanceof RoleModel.RoleRevokedEvent revoked) {
            changed(revoked.getKeycloakSession(), revoked.getUser());
        } else {
            TenantEvents.hear(event);
        }
    }

    private static void occurred(Occurrence occurrence) {
        String about = Stream.of("tenant_id", "account_id")
                .map(occurrence.data()::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        Happenings.note(
                occurrence.session(), occurrence.realm(), new Happening(occurrence.kind(), about, occurrence.data()));
    }

    private static void removed(KeycloakSession session, RealmModel realm, UserModel user) {
        boolean serviceAccount = user.getServiceAccountClientLink() != null;
        if (!serviceAccount && Subscription.of(session, realm).wants(EventKind.USER_DELETED)) {
            Happenings.note(session, realm, new Happening(EventKind.USER_DELETED, user.getId(), UserData.of(user)));
        }
    }

    private static void changed(KeycloakSession session, UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        if (realm != null) {
            Happenings.touched(session, realm, user.getId());
        }
    }
}
