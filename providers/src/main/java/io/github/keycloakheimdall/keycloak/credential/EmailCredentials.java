/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/**
 * A user's factors by mail, among Keycloak's credentials, so that they come and go with the user and show in the
 * console.
 */
public final class EmailCredentials {

    /** What Keycloak calls them. */
    public static final String TYPE = "heimdall-email";

    private static final String CONTACT = "contact_id";
    private static final String MASKED = "email_masked";

    private EmailCredentials() {}

    /**
     * A factor by mail.
     *
     * @param contactId where its codes go; null where the credential does not say
     * @param masked the same, as far as someone may see it who has only proved the password; null where it does not say
     * @param label its name, or null
     */
    public record Bound(
            String id,
            @Nullable String contactId,
            @Nullable String masked,
            @Nullable String label,
            Instant createdAt) {}

    /** The user's, in their order. */
    public static List<Bound> of(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(TYPE)
                .map(EmailCredentials::bound)
                .toList();
    }

    /**
     * Adds one.
     *
     * @param id the credential's id to be
     * @param label its name, or null
     * @throws ApiException 409 when the user has a credential of that name
     */
    public static Bound add(UserModel user, String id, String contactId, String masked, @Nullable String label) {
        CredentialModel credential = new CredentialModel();
        credential.setId(id);
        credential.setType(TYPE);
        credential.setUserLabel(label);
        credential.setCreatedDate(Clock.millis());
        credential.setSecretData("{}");
        try {
            credential.setCredentialData(
                    JsonSerialization.writeValueAsString(Map.of(CONTACT, contactId, MASKED, masked)));
            user.credentialManager().createStoredCredential(credential);
        } catch (ModelDuplicateException sameName) {
            throw ApiException.conflict("A factor of this label exists");
        } catch (IOException e) {
            throw new IllegalStateException("a map of text is no JSON", e);
        }
        return bound(credential);
    }

    private static Bound bound(CredentialModel credential) {
        String label = credential.getUserLabel();
        Long created = credential.getCreatedDate();
        Map<?, ?> data = data(credential.getCredentialData());
        return new Bound(
                credential.getId(),
                text(data.get(CONTACT)),
                text(data.get(MASKED)),
                label == null || label.isBlank() ? null : label,
                created == null ? Instant.EPOCH : Instant.ofEpochMilli(created));
    }

    /** An import may have brought anything. */
    private static Map<?, ?> data(@Nullable String json) {
        try {
            Map<?, ?> data = json == null ? null : JsonSerialization.readValue(json, Map.class);
            return data == null ? Map.of() : data;
        } catch (IOException notOurs) {
            return Map.of();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
