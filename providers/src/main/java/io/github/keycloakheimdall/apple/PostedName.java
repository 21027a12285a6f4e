/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakheimdall.http.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;

/**
 * The name that Apple posts beside its answer when someone signs in for the first time. Nobody signed it, so it is a
 * name and nothing more: the email in the same field is passed over.
 *
 * @param first null if there is none
 * @param last null if there is none
 */
record PostedName(@Nullable String first, @Nullable String last) {

    private static final int MAX_LENGTH = 255;

    /** The name in the request's form, if it has one. */
    static Optional<PostedName> of(KeycloakSession session) {
        return Optional.ofNullable(session.getContext().getHttpRequest())
                .map(request -> request.getDecodedFormParameters().getFirst("user"))
                .flatMap(PostedName::parse);
    }

    static Optional<PostedName> parse(String user) {
        try {
            JsonNode name = Json.SNAKE_CASE.readTree(user).path("name");
            PostedName posted = new PostedName(part(name, "firstName"), part(name, "lastName"));
            return posted.first == null && posted.last == null ? Optional.empty() : Optional.of(posted);
        } catch (JsonProcessingException notJson) {
            // Whoever changed the form on its way goes without a name.
            return Optional.empty();
        }
    }

    void giveTo(BrokeredIdentityContext identity) {
        identity.setFirstName(first);
        identity.setLastName(last);
    }

    private static @Nullable String part(JsonNode name, String field) {
        String part = name.path(field).asText("").strip();
        boolean usable = !part.isEmpty()
                && part.length() <= MAX_LENGTH
                && part.codePoints().noneMatch(PostedName::isNoText);
        return usable ? part : null;
    }

    private static boolean isNoText(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
