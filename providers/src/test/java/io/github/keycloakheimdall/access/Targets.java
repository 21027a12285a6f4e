/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.access;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import java.util.List;
import java.util.UUID;

/** Users on whom others act, and how strong each is. */
enum Targets {
    MEMBER(false) {
        @Override
        void strengthen(App app, String userId) {
            // What everyone is who signs up.
        }
    },
    ADMIN(false) {
        @Override
        void strengthen(App app, String userId) {
            app.realm().giveRole(userId, "admin");
        }
    },
    OWNER(false) {
        @Override
        void strengthen(App app, String userId) {
            app.realm().giveRole(userId, "owner");
        }
    },
    KEYCLOAK_ADMIN_DIRECTLY(true) {
        @Override
        void strengthen(App app, String userId) {
            app.realm().giveAdminRoles(userId, "view-users");
        }
    },
    KEYCLOAK_ADMIN_BY_GROUP(true) {
        @Override
        void strengthen(App app, String userId) {
            app.realm().joinAdminGroup(userId, unique("staff"), "query-groups");
        }
    },
    KEYCLOAK_ADMIN_BY_COMPOSITE(true) {
        @Override
        void strengthen(App app, String userId) {
            String role = unique("helper");
            app.realm().addRole(role);
            app.realm().addComposites(role, app.realm().adminRoles("realm-admin"));
            app.realm().giveRole(userId, role);
        }
    };

    private final boolean administersKeycloak;

    Targets(boolean administersKeycloak) {
        this.administersKeycloak = administersKeycloak;
    }

    abstract void strengthen(App app, String userId);

    boolean administersKeycloak() {
        return administersKeycloak;
    }

    /** A new user of that strength. */
    Target hire(App app) {
        TestUser user = TestUser.named("target");
        Tokens tokens = app.api().signedUp(user);
        strengthen(app, tokens.userId());
        return new Target(this, user, tokens.userId());
    }

    static List<Targets> weakerThan(Targets limit) {
        return List.of(values()).subList(0, limit.ordinal());
    }

    private static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }

    /** One user. */
    record Target(Targets strength, TestUser user, String id) {}
}
