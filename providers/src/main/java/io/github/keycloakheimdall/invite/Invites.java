/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.invite;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.contact.Claims;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.contact.EmailOwners;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.http.TypedCode;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;

/** The invites of one app. */
public final class Invites {

    private final KeycloakSession session;
    private final App app;

    public Invites(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * Makes an invite; the answer alone shows the code.
     *
     * @throws ApiException 400 for an unknown role or a malformed email, 403 for a role that the caller may not give
     *     and for an email that an account claims on which the caller may not act, 409 when an account verified the
     *     email
     */
    Invite create(CreateInviteRequest request, Caller caller) {
        String email = ContactType.EMAIL.normalizeClaim("email", request.email());
        RoleModel role =
                AppRoles.require(app, request.roleName() == null ? SystemRole.MEMBER.roleName() : request.roleName());
        caller.requireGive(role);
        requireNobodys(email);
        if (!new Claims(session, app.realm()).within(caller, ContactType.EMAIL, email)) {
            throw ApiException.forbidden("You may not act on another account that claims this email");
        }
        String code = InviteCode.random();
        InviteEntity row = new InviteEntity();
        row.id = UUID.randomUUID().toString();
        row.realmId = app.id();
        row.email = email;
        row.roleId = role.getId();
        row.codeHash = InviteCode.hash(code);
        row.codePrefix = InviteCode.prefix(code);
        row.maxUses = request.uses();
        row.createdAt = Clock.millis();
        row.expiresAt = row.createdAt + Duration.ofHours(request.hours()).toMillis();
        database().persist(row);
        return Invite.of(app.realm(), row, code);
    }

    InvitePage list(PageRequest page) {
        TimeCursor after = TimeCursor.of(page.after());
        List<InviteEntity> rows = database()
                .createQuery(
                        "select row from InviteEntity row where row.realmId = :realm and"
                                + " (row.createdAt < :time or row.createdAt = :time and row.id < :id)"
                                + " order by row.createdAt desc, row.id desc",
                        InviteEntity.class)
                .setParameter("realm", app.id())
                .setParameter("time", after.at())
                .setParameter("id", after.id())
                .setMaxResults(page.limit() + 1)
                .getResultList();
        Page<InviteEntity> cut =
                Page.cut(session, rows, page.limit(), row -> new TimeCursor(row.createdAt, row.id).cursor());
        return new InvitePage(
                cut.rows().stream()
                        .map(row -> Invite.of(app.realm(), row, row.codePrefix + "…"))
                        .toList(),
                cut.pagination());
    }

    /** @throws ApiException 404 when there is no such invite; a second time is no error */
    void revoke(String id) {
        InviteEntity row = database().find(InviteEntity.class, id);
        if (row == null || !row.realmId.equals(app.id())) {
            throw ApiException.notFound();
        }
        if (row.revokedAt == null) {
            row.revokedAt = Clock.millis();
        }
    }

    /**
     * Uses an invite, as part of the request's transaction; at most so often as it allows, whoever comes at once.
     *
     * @throws ApiException 404 when there is none of that code, 410 when it was revoked, expired or is used up
     */
    public AcceptedInvite use(String code) {
        InviteEntity row = database()
                .createQuery(
                        "select row from InviteEntity row where row.realmId = :realm and row.codeHash = :hash",
                        InviteEntity.class)
                .setParameter("realm", app.id())
                .setParameter("hash", InviteCode.hash(TypedCode.plain(code)))
                .getResultStream()
                .findFirst()
                .orElseThrow(ApiException::notFound);
        int used = database()
                .createQuery("update InviteEntity row set row.useCount = row.useCount + 1 where row.id = :id"
                        + " and row.revokedAt is null and row.expiresAt > :now and row.useCount < row.maxUses")
                .setParameter("id", row.id)
                .setParameter("now", Clock.millis())
                .executeUpdate();
        if (used != 1) {
            throw ApiException.gone("The invite was revoked, expired or is used up");
        }
        RoleModel role = app.realm().getRoleById(row.roleId);
        return new AcceptedInvite(row.email, role == null ? null : role.getName());
    }

    /**
     * An account that only claims the email does not count: it may be a stranger's.
     *
     * @throws ApiException 409 when an account verified the email, or was made for whoever will
     */
    public void requireNobodys(String email) {
        EmailOwners owners = new EmailOwners(app);
        owners.requireUnambiguous(email);
        if (owners.find(email).isPresent() || owners.reserved(email).isPresent()) {
            throw ApiException.conflict("An account has this email");
        }
    }

    private EntityManager database() {
        return OwnTables.entityManager(session);
    }
}
