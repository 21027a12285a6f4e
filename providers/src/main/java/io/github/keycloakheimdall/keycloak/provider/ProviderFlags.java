/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import io.github.keycloakheimdall.keycloak.runtime.MovedMethod;
import java.lang.invoke.MethodType;
import org.keycloak.models.IdentityProviderModel;

/**
 * Settings of an identity provider that are yes or no. Since 26.5 Keycloak has a third word for some, unset, which is
 * no.
 */
public final class ProviderFlags {

    public static final MovedMethod LINK_ONLY = getter("isLinkOnly");
    public static final MovedMethod STORE_TOKEN = getter("isStoreToken");
    public static final MovedMethod TRUST_EMAIL = getter("isTrustEmail");
    public static final MovedMethod TRUSTING_EMAIL = setter("setTrustEmail");
    public static final MovedMethod HIDING = setter("setHideOnLogin");

    private ProviderFlags() {}

    /** Whether it is for accounts that are there, and signs nobody in. */
    public static boolean isForLinkingOnly(IdentityProviderModel model) {
        return is(LINK_ONLY, model);
    }

    static boolean keepsTokens(IdentityProviderModel model) {
        return is(STORE_TOKEN, model);
    }

    /** Whether the realm's admin believes what it says of emails. */
    public static boolean isTrustedOnEmails(IdentityProviderModel model) {
        return is(TRUST_EMAIL, model);
    }

    /** Has it believed on emails, or not. */
    public static void trustOnEmails(IdentityProviderModel model, boolean trusted) {
        set(TRUSTING_EMAIL, model, trusted);
    }

    /** Has Keycloak's login page show it, or not. */
    public static void hideOnLoginPage(IdentityProviderModel model, boolean hidden) {
        set(HIDING, model, hidden);
    }

    private static boolean is(MovedMethod flag, IdentityProviderModel model) {
        try {
            return Boolean.TRUE.equals((Boolean) flag.required().invokeExact(model));
        } catch (Throwable e) {
            throw MovedMethod.unchecked(e);
        }
    }

    private static void set(MovedMethod flag, IdentityProviderModel model, boolean value) {
        try {
            flag.required().invokeExact(model, value);
        } catch (Throwable e) {
            throw MovedMethod.unchecked(e);
        }
    }

    private static MovedMethod getter(String name) {
        return MovedMethod.find(
                IdentityProviderModel.class,
                name,
                MethodType.methodType(Boolean.class, IdentityProviderModel.class),
                "()Ljava/lang/Boolean;",
                "()Z");
    }

    private static MovedMethod setter(String name) {
        return MovedMethod.find(
                IdentityProviderModel.class,
                name,
                MethodType.methodType(void.class, IdentityProviderModel.class, boolean.class),
                "(Ljava/lang/Boolean;)V",
                "(Z)V");
    }
}
