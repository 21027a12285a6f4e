/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.util.List;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/**
 * An account as the mappers of a provider may change it. What it is found by, and whether that is proven, is none of
 * their business: its email stays, and a username has to be one that a new account could have.
 */
final class MappedUser extends UserModelDelegate {

    private static final Logger LOG = Logger.getLogger(MappedUser.class);

    private static final int MAX_NAME_LENGTH = 255;

    private final Predicate<String> usernames;

    /** @param usernames which names the account may get that it has not now */
    MappedUser(UserModel user, Predicate<String> usernames) {
        super(user);
        this.usernames = usernames;
    }

    @Override
    public void setEmail(@Nullable String email) {
        LOG.debugf("A mapper has another email for user %s, which stays what it is", getId());
    }

    @Override
    public void setEmailVerified(boolean verified) {
        LOG.debugf("A mapper has a word for whether the email of user %s is verified, which does not count", getId());
    }

    @Override
    public void setUsername(@Nullable String username) {
        if (username == null || username.isBlank() || username.equalsIgnoreCase(getUsername())) {
            return;
        }
        if (usernames.test(username)) {
            super.setUsername(username);
        } else {
            LOG.warnf("A mapper has a username for user %s that it may not have; the old one stays", getId());
        }
    }

    @Override
    public void setFirstName(@Nullable String name) {
        super.setFirstName(UpstreamText.cut(name, MAX_NAME_LENGTH));
    }

    @Override
    public void setLastName(@Nullable String name) {
        super.setLastName(UpstreamText.cut(name, MAX_NAME_LENGTH));
    }

    @Override
    public void setSingleAttribute(String name, String value) {
        if (!isOwnField(name, value)) {
            super.setSingleAttribute(name, UpstreamText.storable(value));
        }
    }

    @Override
    public void setAttribute(String name, @Nullable List<String> values) {
        if (!isOwnField(name, values == null || values.isEmpty() ? null : values.get(0))) {
            super.setAttribute(
                    name,
                    values == null
                            ? null
                            : values.stream().map(UpstreamText::storable).toList());
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (!isOwnField(name, null)) {
            super.removeAttribute(name);
        }
    }

    /** Keycloak takes these names of attributes for the fields of the account. */
    private boolean isOwnField(String name, @Nullable String value) {
        if (UserModel.EMAIL.equalsIgnoreCase(name)) {
            setEmail(value);
        } else if (UserModel.USERNAME.equalsIgnoreCase(name)) {
            setUsername(value);
        } else if (UserModel.FIRST_NAME.equalsIgnoreCase(name)) {
            setFirstName(value);
        } else if (UserModel.LAST_NAME.equalsIgnoreCase(name)) {
            setLastName(value);
        } else {
            return false;
        }
        return true;
    }
}
