/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.token;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserSessionModel;

/**
 * How the user of a session proved who they are. The session remembers it, so every token of it says the same.
 *
 * @param amr the methods, in the order in which they were used
 * @param mfaAt when a second factor was last proved, in seconds since the epoch, or null
 */
public record Proof(List<String> amr, @Nullable Integer mfaAt) {

    /** The method that a password is. */
    public static final String PASSWORD = "pwd";

    private static final String AMR = "heimdall.amr";
    private static final String MFA_AT = "heimdall.mfa_at";

    /** What a session remembers. */
    public static Proof of(UserSessionModel userSession) {
        String mfaAt = userSession.getNote(MFA_AT);
        return new Proof(List.of(userSession.getNote(AMR).split(" ")), mfaAt == null ? null : Integer.valueOf(mfaAt));
    }

    /**
     * This and a second factor.
     *
     * @param method its name in {@code amr}
     * @param at in seconds since the epoch
     */
    public Proof with(String method, int at) {
        List<String> methods = new ArrayList<>(amr);
        if (!methods.contains(method)) {
            methods.add(method);
        }
        return new Proof(List.copyOf(methods), at);
    }

    /** Whether a password is part of it. */
    public boolean byPassword() {
        return amr.contains(PASSWORD);
    }

    /** Makes the session remember this. */
    public void remember(UserSessionModel userSession) {
        userSession.setNote(AMR, String.join(" ", amr));
        if (mfaAt != null) {
            userSession.setNote(MFA_AT, mfaAt.toString());
        }
    }
}
