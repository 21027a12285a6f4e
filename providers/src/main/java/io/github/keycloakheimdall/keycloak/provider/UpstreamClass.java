/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import io.github.keycloakheimdall.keycloak.runtime.MovedMethod;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.oidc.AbstractOAuth2IdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityProvider;
import org.keycloak.broker.provider.IdentityProviderFactory;
import org.keycloak.broker.social.SocialIdentityProvider;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.keys.loader.PublicKeyStorageManager;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderFactory;

/**
 * Keycloak's classes for identity providers, as far as its lines differ in them: 26.5 split the interface of those that
 * users sign in by from that of all.
 */
public final class UpstreamClass {

    public static final MovedMethod SPEAKER = MovedMethod.find(
            BrokeredIdentityContext.class,
            "setIdp",
            MethodType.methodType(void.class, BrokeredIdentityContext.class, AbstractOAuth2IdentityProvider.class),
            "(Lorg/keycloak/broker/provider/UserAuthenticationIdentityProvider;)V",
            "(Lorg/keycloak/broker/provider/IdentityProvider;)V");

    public static final MovedMethod KEY = MovedMethod.find(
            PublicKeyStorageManager.class,
            "getIdentityProviderKeyWrapper",
            MethodType.methodType(
                    KeyWrapper.class,
                    KeycloakSession.class,
                    RealmModel.class,
                    OIDCIdentityProviderConfig.class,
                    JWSInput.class),
            keyFrom("org/keycloak/broker/jwtauthorizationgrant/JWTAuthorizationGrantConfig"),
            keyFrom("org/keycloak/broker/oidc/OIDCIdentityProviderConfig"));

    private UpstreamClass() {}

    /** The provider as Keycloak has a class for it; nothing where that is another one. */
    static <T> Optional<T> of(KeycloakSession session, IdentityProviderModel model, Class<T> type) {
        KeycloakSessionFactory factories = session.getKeycloakSessionFactory();
        ProviderFactory<?> factory = Optional.<ProviderFactory<?>>ofNullable(
                        factories.getProviderFactory(IdentityProvider.class, model.getProviderId()))
                .orElseGet(() -> factories.getProviderFactory(SocialIdentityProvider.class, model.getProviderId()));
        return Optional.ofNullable(factory)
                .map(found -> ((IdentityProviderFactory<?>) found).create(session, model))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Says of an identity which provider told it. */
    static void tell(BrokeredIdentityContext identity, AbstractOAuth2IdentityProvider<?> provider) {
        try {
            SPEAKER.required().invokeExact(identity, provider);
        } catch (Throwable e) {
            throw MovedMethod.unchecked(e);
        }
    }

    /** The provider's key that a token names, or null. */
    static @Nullable KeyWrapper key(KeycloakSession session, OIDCIdentityProviderConfig provider, JWSInput token) {
        try {
            return (KeyWrapper)
                    KEY.required().invokeExact(session, session.getContext().getRealm(), provider, token);
        } catch (Throwable e) {
            throw MovedMethod.unchecked(e);
        }
    }

    private static String keyFrom(String config) {
        return "(Lorg/keycloak/models/KeycloakSession;Lorg/keycloak/models/RealmModel;L" + config
                + ";Lorg/keycloak/jose/jws/JWSInput;)Lorg/keycloak/crypto/KeyWrapper;";
    }
}
