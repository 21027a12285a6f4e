/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.error.ApiException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** A user's one-time password devices, as Keycloak's credentials: its login page takes the same ones. */
public final class OtpCredentials {

    private static final int REPLAY_SECONDS = 3600;

    private final KeycloakSession session;

    public OtpCredentials(KeycloakSession session) {
        this.session = session;
    }

    /**
     * A device.
     *
     * @param type {@code totp} or {@code hotp}
     * @param label its name, or null
     */
    public record Device(String id, String type, @Nullable String label, Instant createdAt) {}

    /** The user's devices, in the order in which Keycloak asks for them. */
    public List<Device> of(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .map(OTPCredentialModel::createFromCredentialModel)
                .map(OtpCredentials::device)
                .toList();
    }

    /**
     * Adds a device for time-based codes.
     *
     * @param id the credential's id to be
     * @param secret in Base32
     * @param policy the algorithm, digits and period of its codes
     * @param label its name, or null
     * @throws ApiException 409 when the user has a device of that name
     */
    public Device add(UserModel user, String id, String secret, OTPPolicy policy, @Nullable String label) {
        OTPCredentialModel credential = OTPCredentialModel.createTOTP(
                secret,
                policy.getDigits(),
                policy.getPeriod(),
                policy.getAlgorithm(),
                OTPCredentialModel.SecretEncoding.BASE32.name());
        credential.setId(id);
        credential.setUserLabel(label);
        try {
            user.credentialManager().createStoredCredential(credential);
        } catch (ModelDuplicateException sameName) {
            throw ApiException.conflict("A factor of this label exists");
        }
        return device(credential);
    }

    /** Takes a device away. */
    public void remove(UserModel user, String id) {
        user.credentialManager().removeStoredCredentialById(id);
    }

    /**
     * Whether it is a code of the device now. A code that matched does not match again, whatever the realm's policy.
     */
    public boolean matches(UserModel user, Device device, String code) {
        boolean valid =
                user.credentialManager().isValid(new UserCredentialModel(device.id(), OTPCredentialModel.TYPE, code));
        return valid && (burnsByItself(device) || burn(device.id(), code));
    }

    /** Keycloak remembers used codes itself, unless the realm lets them be used again; not those of a counter. */
    private boolean burnsByItself(Device device) {
        return OTPCredentialModel.TOTP.equals(device.type())
                && !session.getContext().getRealm().getOTPPolicy().isCodeReusable();
    }

    /**
     * Uses a code up, under the name by which Keycloak itself remembers used codes, so that its login page refuses it
     * too.
     *
     * @return false when it was used before
     */
    public boolean burn(@Nullable String deviceId, String code) {
        return session.singleUseObjects().putIfAbsent(deviceId + '.' + code, REPLAY_SECONDS);
    }

    private static Device device(OTPCredentialModel credential) {
        String label = credential.getUserLabel();
        return new Device(
                credential.getId(),
                credential.getOTPCredentialData().getSubType(),
                label == null || label.isBlank() ? null : label,
                Instant.ofEpochMilli(credential.getCreatedDate()));
    }
}
