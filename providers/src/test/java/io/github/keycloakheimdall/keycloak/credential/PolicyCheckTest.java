/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.error.FieldFault;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/** What Keycloak's own password policies say of a password has a code. */
class PolicyCheckTest {

    @Test
    void givenThePoliciesThatKeycloakHas_thenEachHasTheCodeOfWhatItRefuses() {
        Map<String, FieldFault> codes = new TreeMap<>();
        ServiceLoader.load(PasswordPolicyProviderFactory.class).forEach(policy -> message(policy)
                .ifPresent(message -> codes.put(policy.getId(), PolicyCheck.fault(message))));

        assertThat(codes)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("length", FieldFault.TOO_SHORT),
                        entry("maxLength", FieldFault.TOO_LONG),
                        entry("digits", FieldFault.LACKS_DIGIT),
                        entry("upperCase", FieldFault.LACKS_UPPER_CASE),
                        entry("lowerCase", FieldFault.LACKS_LOWER_CASE),
                        entry("specialChars", FieldFault.LACKS_SPECIAL),
                        entry("notUsername", FieldFault.IS_USERNAME),
                        entry("notContainsUsername", FieldFault.CONTAINS_USERNAME),
                        entry("notEmail", FieldFault.IS_EMAIL),
                        entry("passwordHistory", FieldFault.USED_BEFORE),
                        entry("passwordBlacklist", FieldFault.BLACKLISTED),
                        entry("passwordAge", FieldFault.NOT_ALLOWED),
                        entry("regexPattern", FieldFault.NOT_ALLOWED)));
    }

    @Test
    void givenAPolicyThatAnotherExtensionBrings_thenItsRefusalHasACodeToo() {
        assertThat(PolicyCheck.fault("theirOwnMessage")).isEqualTo(FieldFault.NOT_ALLOWED);
    }

    /** The message by which the policy refuses; settings, such as that of the hash, refuse nothing. */
    private static Optional<String> message(PasswordPolicyProviderFactory policy) {
        String provider = policy.getClass().getName().replaceFirst("Factory$", "");
        try {
            Field message = Class.forName(provider).getDeclaredField("ERROR_MESSAGE");
            message.setAccessible(true);
            return Optional.of((String) message.get(null));
        } catch (ReflectiveOperationException isASetting) {
            return Optional.empty();
        }
    }
}
