/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.error.FieldFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * What the realm's user profile asks of users themselves and lets them do, beyond what it asks of admins.
 * First and last names, which Keycloak's default profile requires, are never asked for: the API knows a display name
 * instead.
 */
public final class ProfileDemands {

    private static final Set<String> NAMES = Set.of(UserModel.FIRST_NAME, UserModel.LAST_NAME);
    private static final Set<String> TAKEN = Set.of(Messages.EMAIL_EXISTS, Messages.USERNAME_EXISTS);

    private final KeycloakSession session;

    public ProfileDemands(KeycloakSession session) {
        this.session = session;
    }

    /**
     * An attribute that will not do.
     *
     * @param code what is wrong with it
     */
    public record Objection(String attribute, FieldFault code) {

        /** Whether it is required and not there. */
        public boolean missing() {
            return code == FieldFault.REQUIRED;
        }
    }

    /** What Keycloak's message about an attribute means. */
    public static Objection objection(String attribute, String message) {
        return new Objection(attribute, ProfileFaults.of(message));
    }

    /**
     * Whether the user's own attributes satisfy the profile. The username is not asked for, since it never changes
     * here, nor the email: whoever lost an address to the one who proved it has to get in to add another.
     */
    public boolean metBy(UserModel user) {
        Attributes attributes = session.getProvider(UserProfileProvider.class)
                .create(UserProfileContext.UPDATE_PROFILE, user)
                .getAttributes();
        return without(attributes, UserModel.USERNAME, UserModel.EMAIL).stream()
                .allMatch(name -> objections(attributes, name).isEmpty());
    }

    /**
     * What stands against someone who registers with these attributes; usernames and emails are left to the making of
     * the account.
     */
    public List<Objection> ofRegistration(Map<String, List<String>> given) {
        Attributes attributes = registration(given);
        return without(attributes, UserModel.USERNAME, UserModel.EMAIL).stream()
                .flatMap(name -> objections(attributes, name).stream())
                .distinct()
                .toList();
    }

    /**
     * What the profile requires of someone who registers, or of an admin who makes an account, and that is none
     * of these.
     */
    public Set<String> requiredBeyond(Map<String, List<String>> given) {
        Attributes asAdmin = session.getProvider(UserProfileProvider.class)
                .create(UserProfileContext.USER_API, given)
                .getAttributes();
        Stream<Objection> ofAdmins = asAdmin.nameSet().stream()
                .filter(name -> !given.containsKey(name))
                .flatMap(name -> objections(asAdmin, name).stream());
        return Stream.concat(ofRegistration(given).stream(), ofAdmins)
                .filter(Objection::missing)
                .map(Objection::attribute)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether someone who registers may write that attribute. */
    public boolean newcomerMayWrite(String attribute) {
        return !registration(Map.of()).isReadOnly(attribute);
    }

    /** Whether an email is within the profile's validations; that another account has it does not count. */
    public boolean acceptsEmail(UserModel user, String email) {
        Attributes attributes = session.getProvider(UserProfileProvider.class)
                .create(UserProfileContext.USER_API, Map.of(UserModel.EMAIL, List.of(email)), user)
                .getAttributes();
        try {
            return TAKEN.containsAll(messages(attributes, UserModel.EMAIL));
        } catch (ModelDuplicateException several) {
            // Of a directory, which is a way to be taken.
            return true;
        }
    }

    private Attributes registration(Map<String, List<String>> given) {
        return session.getProvider(UserProfileProvider.class)
                .create(UserProfileContext.REGISTRATION, given)
                .getAttributes();
    }

    private static Set<String> without(Attributes attributes, String... left) {
        Set<String> asked = new HashSet<>(attributes.nameSet());
        asked.removeAll(NAMES);
        asked.removeAll(Set.of(left));
        return asked;
    }

    static List<Objection> objections(Attributes attributes, String name) {
        return messages(attributes, name).stream()
                .map(message -> objection(name, message))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> messages(Attributes attributes, String name) {
        List<String> found = new ArrayList<>();
        attributes.validate(name, error -> found.add(error.getMessage()));
        return found;
    }
}
