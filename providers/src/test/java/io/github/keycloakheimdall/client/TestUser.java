/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An end user as the guide's signup describes one. A null field is left out of the body. */
public record TestUser(String email, String username, String password, String displayName) {

    private static final int UNIQUE_DIGITS = 10;

    /** Ada Lovelace, with a username and an email that nobody had before. */
    public static TestUser ada() {
        return named("ada");
    }

    /** A user whose username and email begin with the prefix and are not taken. */
    public static TestUser named(String prefix) {
        String unique =
                prefix + "-" + UUID.randomUUID().toString().replace("-", "").substring(0, UNIQUE_DIGITS);
        return new TestUser(unique + "@example.com", unique, "CorrectHorseBatteryStaple", "Ada Lovelace");
    }

    /** The same user with another email. */
    public TestUser withEmail(String value) {
        return new TestUser(value, username, password, displayName);
    }

    /** The same user with another username. */
    public TestUser withUsername(String value) {
        return new TestUser(email, value, password, displayName);
    }

    /** The same user with another password. */
    public TestUser withPassword(String value) {
        return new TestUser(email, username, value, displayName);
    }

    /** The same user with another display name. */
    public TestUser withDisplayName(String value) {
        return new TestUser(email, username, password, value);
    }

    /** The body of a signup. */
    public Map<String, Object> signup() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", email);
        body.put("username", username);
        body.put("password", password);
        body.put("display_name", displayName);
        body.values().removeIf(value -> value == null);
        return body;
    }
}
