/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factor;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.credential.EmailCredentials;
import io.github.keycloakheimdall.keycloak.credential.EmailCredentials.Bound;
import io.github.keycloakheimdall.keycloak.credential.OtpCredentials;
import io.github.keycloakheimdall.keycloak.credential.OtpCredentials.Device;
import io.github.keycloakheimdall.keycloak.credential.PendingActions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A user's enabled second factors and the recovery codes that go with them. */
public final class Factors {

    private final KeycloakSession session;
    private final UserModel user;
    private final OtpCredentials credentials;
    private final RecoveryCodes recoveryCodes;

    public Factors(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
        this.credentials = new OtpCredentials(session);
        this.recoveryCodes = new RecoveryCodes(session);
    }

    /**
     * Whether a password alone is not enough: there is an enabled factor, or recovery codes that outlived theirs where
     * Keycloak's login page asks for them.
     */
    public boolean asked() {
        return !enabled().isEmpty() || recoveryCodes.asked(user);
    }

    /** Any of these, or a recovery code, completes a signin. */
    public List<Factor> enabled() {
        return Stream.concat(
                        credentials.of(user).stream().map(Factor::enabled),
                        EmailCredentials.of(user).stream().map(Factor::enabled))
                .toList();
    }

    /** Whether the user has an enabled factor of that label; Keycloak's page tells devices apart by it. */
    public boolean hasLabel(String label) {
        return enabled().stream()
                .anyMatch(factor -> factor.label() != null && factor.label().equalsIgnoreCase(label));
    }

    /**
     * Enables a factor.
     *
     * @param id the factor's id to be
     * @param label what its owner calls it, or null
     * @throws ApiException 409 when the user has a factor of that label
     */
    public Factor enable(String id, TotpSecret secret, @Nullable String label) {
        Device device = credentials.add(user, id, secret.base32(), secret.policy(), label);
        PendingActions.done(user, UserModel.RequiredAction.CONFIGURE_TOTP);
        new FactorEvents(session, user).added(device);
        return Factor.enabled(device);
    }

    /**
     * Enables a factor whose codes come by mail.
     *
     * @param contactId where to
     * @param masked the same, masked
     * @throws ApiException 409 when the user has a factor of that label
     */
    public Factor enableByMail(String id, String contactId, String masked, @Nullable String label) {
        Bound email = EmailCredentials.add(user, id, contactId, masked, label);
        new FactorEvents(session, user).added(email);
        return Factor.enabled(email);
    }

    /** A code that was shown to enrol the factor is no good for anything else. */
    public void useUp(Factor factor, List<String> codes) {
        codes.forEach(code -> credentials.burn(factor.id(), code));
    }

    /** Mints recovery codes; those minted before are void. */
    public List<String> mintRecoveryCodes() {
        List<String> codes = recoveryCodes.mint(user);
        new FactorEvents(session, user).recoveryCodesMinted();
        return codes;
    }

    /**
     * Disables a factor; with the last one go the recovery codes, or Keycloak's page would go on asking for them.
     *
     * @return false when the user has none of that id
     */
    public boolean disable(String id) {
        Optional<Device> device = credentials.of(user).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        Optional<Bound> email = EmailCredentials.of(user).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        if (device.isEmpty() && email.isEmpty()) {
            return false;
        }
        boolean last = enabled().size() == 1;
        credentials.remove(user, id);
        FactorEvents events = new FactorEvents(session, user);
        device.ifPresent(events::removed);
        email.ifPresent(events::removed);
        if (last && recoveryCodes.remove(user)) {
            events.recoveryCodesRemoved();
        }
        return true;
    }
}
