/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.Constants;
import org.keycloak.models.IdentityProviderModel;

/** The native apps whose ID tokens of a provider let users in. */
public final class NativeClients {

    /** The setting of Apple's provider that lists the native apps whose tokens let users in. */
    public static final String BUNDLE_IDS = "bundleIds";

    /** The same of every other provider. */
    public static final String NATIVE_CLIENT_IDS = "nativeClientIds";

    private NativeClients() {}

    /** The ids that an admin listed; a provider that has browsers alone in mind lets nobody in by tokens. */
    static Set<String> of(IdentityProviderModel model) {
        return Stream.of(BUNDLE_IDS, NATIVE_CLIENT_IDS)
                .map(key -> model.getConfig().getOrDefault(key, ""))
                .flatMap(ids -> Arrays.stream(ids.split(Constants.CFG_DELIMITER)))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }
}
