/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.credential.Passwords;
import io.github.keycloakheimdall.keycloak.credential.PolicyCheck;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.runtime.Database;
import io.github.keycloakheimdall.keycloak.user.ProfileDemands;
import io.github.keycloakheimdall.keycloak.user.ProfileDemands.Objection;
import io.github.keycloakheimdall.keycloak.user.TakenName;
import io.github.keycloakheimdall.keycloak.user.UserLookup;
import io.github.keycloakheimdall.keycloak.user.UserMaker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.ValidationException;

/** The accounts of an app's users. */
public final class Accounts {

    private static final String PASSWORD = "password";

    private final KeycloakSession session;
    private final App app;
    private final NewcomerRole role;
    private final ProfileDemands demands;

    public Accounts(App app) {
        this.session = app.session();
        this.app = app;
        this.role = new NewcomerRole(app);
        this.demands = new ProfileDemands(session);
    }

    /**
     * Makes an account for someone who registers, by what the realm's user profile lets users say of themselves. A
     * display name that is not theirs to write is left out, as Keycloak's own registration does, and a role that came
     * to administer Keycloak is not given.
     *
     * @throws ApiException 400 and 409 as {@link #create} does, 400 for what the profile requires of users
     */
    public UserModel register(NewAccount account) {
        NewAccount own = demands.newcomerMayWrite(AppModel.DISPLAY_NAME) ? account : account.withoutDisplayName();
        List<Objection> objections = demands.ofRegistration(attributes(own));
        if (!objections.isEmpty()) {
            throw refused(objections);
        }
        return create(own.role() == null ? own : own.withRole(role.named(own.role())));
    }

    /** Tells the realm's admins too: where the profile requires what no body brings, nobody gets in. */
    private ApiException refused(List<Objection> objections) {
        new Events(session)
                .of(EventType.REGISTER)
                .detail(
                        Details.REASON,
                        objections.stream()
                                .map(each -> (each.missing() ? "missing: " : "refused: ") + each.attribute())
                                .distinct()
                                .collect(Collectors.joining(", ")))
                .error(Errors.INVALID_REGISTRATION);
        return ProfileRefusals.of(objections);
    }

    /**
     * Makes an account by what the realm's user profile lets admins say of users.
     *
     * @throws ApiException 400 for what the profile or the password policy refuses and for a name that passes for
     *     another's, 409 when the username or the email is taken, 503 when a directory that may have them is away
     */
    public UserModel create(NewAccount account) {
        Usernames.check(session, app.realm(), account.username());
        AccountFaults.requirePlain(account.email());
        DisplayName.check(account.displayName());
        if (account.password() != null) {
            new PolicyCheck(session)
                    .requireOfNewcomer(account.username(), account.email(), account.password(), PASSWORD);
        }
        UserLookup lookup = new UserLookup(session, app.realm());
        lookup.dropGone(account.username());
        lookup.takeIn(account.username(), account.email());
        try {
            UserMaker maker = new UserMaker(session);
            UserModel user = maker.make(attributes(account));
            user.setEnabled(true);
            DisplayName.set(user, account.displayName());
            maker.finish(user);
            role.give(user, account.role());
            Database.flush(session);
            if (account.password() != null) {
                new Passwords(session).set(user, account.password(), PASSWORD);
            }
            return user;
        } catch (ModelDuplicateException taken) {
            throw taken();
        } catch (ValidationException refused) {
            throw TakenName.isWhy(refused) ? taken() : ProfileRefusals.of(refused);
        }
    }

    private static Map<String, List<String>> attributes(NewAccount account) {
        Map<String, List<String>> attributes = new HashMap<>(Map.of(UserModel.USERNAME, List.of(account.username())));
        if (account.email() != null) {
            attributes.put(UserModel.EMAIL, List.of(account.email()));
        }
        if (account.displayName() != null && !account.displayName().isEmpty()) {
            attributes.put(AppModel.DISPLAY_NAME, List.of(account.displayName()));
        }
        return attributes;
    }

    private static ApiException taken() {
        return ApiException.conflict("Username or email is already in use");
    }
}
