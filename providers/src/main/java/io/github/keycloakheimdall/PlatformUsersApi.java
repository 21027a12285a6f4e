/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.activity.UserInsightsResource;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.code.ContactVerificationResource;
import io.github.keycloakheimdall.code.EndUserVerificationResource;
import io.github.keycloakheimdall.contact.EndUserContactsResource;
import io.github.keycloakheimdall.insight.EndUserInsightsResource;
import io.github.keycloakheimdall.invite.InvitesResource;
import io.github.keycloakheimdall.users.MembersResource;
import io.github.keycloakheimdall.users.PlatformPermissionsResource;
import io.github.keycloakheimdall.users.PlatformRolesResource;
import io.github.keycloakheimdall.users.PlatformUsersResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The part of {@link PlatformApi} that is about an app's users, what they may do, and how many they are. */
public abstract class PlatformUsersApi {

    /** {@code /members} */
    @Path("members")
    public MembersResource members() {
        return new MembersResource(enter());
    }

    /** {@code /roles} */
    @Path("roles")
    public PlatformRolesResource roles() {
        return new PlatformRolesResource(enter());
    }

    /** {@code /permissions} */
    @Path("permissions")
    public PlatformPermissionsResource permissions() {
        return new PlatformPermissionsResource(enter(), ConsumerApi.class);
    }

    /** {@code /end-users} */
    @Path("end-users")
    public PlatformUsersResource endUsers() {
        return new PlatformUsersResource(enter());
    }

    /** {@code /end-user-insights} */
    @Path("end-user-insights")
    public EndUserInsightsResource insights() {
        return new EndUserInsightsResource(enter());
    }

    /** {@code /end-user-insights/users/<id>} */
    @Path("end-user-insights/users/{user_id}")
    public UserInsightsResource userInsights(@PathParam("user_id") String userId) {
        return new UserInsightsResource(enter(), userId);
    }

    /** {@code /end-users/<id>/contacts} */
    @Path("end-users/{user_id}/contacts")
    public EndUserContactsResource contacts(@PathParam("user_id") String userId) {
        return new EndUserContactsResource(enter(), userId);
    }

    /** {@code /end-users/<id>/resend-verification} */
    @Path("end-users/{user_id}/resend-verification")
    public EndUserVerificationResource verification(@PathParam("user_id") String userId) {
        return new EndUserVerificationResource(enter(), userId);
    }

    /** {@code /end-users/<id>/contacts/<id>/resend-verification} */
    @Path("end-users/{user_id}/contacts/{contact_id}/resend-verification")
    public ContactVerificationResource contactVerification(
            @PathParam("user_id") String userId, @PathParam("contact_id") String contactId) {
        return new ContactVerificationResource(enter(), userId, contactId);
    }

    /** {@code /end-users/invites} */
    @Path("end-users/invites")
    public InvitesResource invites() {
        return new InvitesResource(enter());
    }

    /** The app, which is served, after the caller was looked at. */
    abstract App enter();
}
