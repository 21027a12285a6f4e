/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.table;

import io.github.keycloakheimdall.activity.AuditSinkEntity;
import io.github.keycloakheimdall.activity.ShippedEntryEntity;
import io.github.keycloakheimdall.app.AppEntity;
import io.github.keycloakheimdall.app.RealmNameEntity;
import io.github.keycloakheimdall.avatar.AvatarEntity;
import io.github.keycloakheimdall.code.CodeEntity;
import io.github.keycloakheimdall.code.GuessesEntity;
import io.github.keycloakheimdall.contact.ContactEntity;
import io.github.keycloakheimdall.contact.MailboxProofEntity;
import io.github.keycloakheimdall.idempotency.IdempotencyEntity;
import io.github.keycloakheimdall.insight.EventDayEntity;
import io.github.keycloakheimdall.invite.InviteEntity;
import io.github.keycloakheimdall.key.ApiKeyEntity;
import io.github.keycloakheimdall.tenant.TenantEntity;
import io.github.keycloakheimdall.tenant.TenantMemberEntity;
import io.github.keycloakheimdall.user.VerifiedEmailEntity;
import io.github.keycloakheimdall.webhook.AttemptEntity;
import io.github.keycloakheimdall.webhook.DeliveryEntity;
import io.github.keycloakheimdall.webhook.WebhookEntity;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/**
 * The extension's own tables, for what Keycloak has no place for. Every row carries its realm, and goes away with it;
 * rows about a user go away with the user.
 */
public final class OwnTables {

    /**
     * A table.
     *
     * @param entity its JPA entity, with a field {@code realmId}
     * @param aboutUser whether the entity has a field {@code userId}
     */
    record OwnTable(Class<?> entity, boolean aboutUser) {}

    private static final OwnTable CONTACTS = new OwnTable(ContactEntity.class, true);
    private static final OwnTable CODES = new OwnTable(CodeEntity.class, true);

    /** Those that others refer to come after them. */
    static final List<OwnTable> ALL = List.of(
            new OwnTable(ApiKeyEntity.class, false),
            CONTACTS,
            new OwnTable(MailboxProofEntity.class, true),
            CODES,
            new OwnTable(VerifiedEmailEntity.class, true),
            new OwnTable(AvatarEntity.class, true),
            new OwnTable(GuessesEntity.class, false),
            new OwnTable(InviteEntity.class, false),
            new OwnTable(IdempotencyEntity.class, false),
            new OwnTable(TenantMemberEntity.class, true),
            new OwnTable(TenantEntity.class, false),
            new OwnTable(RealmNameEntity.class, false),
            new OwnTable(AppEntity.class, false),
            new OwnTable(WebhookEntity.class, false),
            new OwnTable(DeliveryEntity.class, false),
            new OwnTable(AttemptEntity.class, false),
            new OwnTable(AuditSinkEntity.class, false),
            new OwnTable(ShippedEntryEntity.class, false),
            new OwnTable(EventDayEntity.class, false));

    private OwnTables() {}

    /** Where to find and keep rows; part of the request's transaction. */
    public static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * Takes away what waits for the user to go on with it: the codes that are out, and the contacts that nobody
     * verified.
     */
    public static void forgetPending(KeycloakSession session, RealmModel realm, UserModel user) {
        delete(session, CODES, realm, user, "");
        delete(session, CONTACTS, realm, user, " and row.verifiedAt is null");
    }

    /** Takes away what there is about these users, of whom nobody is told that they go. */
    public static void forget(KeycloakSession session, RealmModel realm, List<String> userIds) {
        ALL.stream().filter(OwnTable::aboutUser).forEach(table -> entityManager(session)
                .createQuery("delete from " + table.entity().getName()
                        + " row where row.realmId = :realm and row.userId in (:users)")
                .setParameter("realm", realm.getId())
                .setParameter("users", userIds)
                .executeUpdate());
    }

    /** Starts to clean up after realms and users; to be called once, when the server starts. */
    static void listen(KeycloakSessionFactory factory) {
        factory.register(OwnTables::onEvent);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmRemovedEvent removed) {
            for (OwnTable table : ALL) {
                delete(removed.getKeycloakSession(), table, removed.getRealm(), null, "");
            }
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            ALL.stream()
                    .filter(OwnTable::aboutUser)
                    .forEach(table ->
                            delete(removed.getKeycloakSession(), table, removed.getRealm(), removed.getUser(), ""));
        }
    }

    private static void delete(
            KeycloakSession session, OwnTable table, RealmModel realm, @Nullable UserModel user, String which) {
        String rows = "delete from " + table.entity().getName() + " row where row.realmId = :realm"
                + (user == null ? "" : " and row.userId = :user") + which;
        var query = entityManager(session).createQuery(rows);
        query.setParameter("realm", realm.getId());
        if (user != null) {
            query.setParameter("user", user.getId());
        }
        query.executeUpdate();
    }
}
