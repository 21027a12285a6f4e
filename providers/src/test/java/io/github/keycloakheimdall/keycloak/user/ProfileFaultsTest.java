/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.error.FieldFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.validator.AttributeRequiredByMetadataValidator;
import org.keycloak.userprofile.validator.MultiValueValidator;
import org.keycloak.userprofile.validator.PersonNameProhibitedCharactersValidator;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.validators.EmailValidator;
import org.keycloak.validate.validators.IntegerValidator;
import org.keycloak.validate.validators.LengthValidator;
import org.keycloak.validate.validators.OptionsValidator;
import org.keycloak.validate.validators.PatternValidator;
import org.keycloak.validate.validators.UriValidator;

/** What the validators say that a realm's user profile can have. */
class ProfileFaultsTest {

    private static final PatternValidator PATTERN = PatternValidator.INSTANCE;

    @ParameterizedTest
    @MethodSource("refused")
    void givenAValueThatAValidatorRefuses_thenItsMessageHasTheCode(
            SimpleValidator validator, Map<String, Object> config, Object value, FieldFault code) {
        Set<ValidationError> errors = validator
                .validate(value, "department", ValidatorConfig.configFromMap(config))
                .getErrors();

        assertThat(errors)
                .extracting(error -> ProfileFaults.of(error.getMessage()))
                .containsExactly(code);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(LengthValidator.INSTANCE, Map.of("min", 3), "ab", FieldFault.TOO_SHORT),
                Arguments.of(LengthValidator.INSTANCE, Map.of("max", 3), "abcd", FieldFault.TOO_LONG),
                Arguments.of(LengthValidator.INSTANCE, Map.of("min", 1, "max", 3), "abcd", FieldFault.OUT_OF_RANGE),
                Arguments.of(IntegerValidator.INSTANCE, Map.of(), "many", FieldFault.WRONG_TYPE),
                Arguments.of(IntegerValidator.INSTANCE, Map.of("min", 3), "2", FieldFault.OUT_OF_RANGE),
                Arguments.of(IntegerValidator.INSTANCE, Map.of("max", 3), "4", FieldFault.OUT_OF_RANGE),
                Arguments.of(IntegerValidator.INSTANCE, Map.of("min", 1, "max", 3), "4", FieldFault.OUT_OF_RANGE),
                Arguments.of(
                        new OptionsValidator(), Map.of("options", List.of("red", "blue")), "green", FieldFault.UNKNOWN),
                Arguments.of(PATTERN, Map.of("pattern", "[a-z]+"), "A", FieldFault.MALFORMED),
                Arguments.of(
                        PATTERN, Map.of("pattern", "[a-z]+", "error-message", "Lower!"), "A", FieldFault.MALFORMED),
                Arguments.of(EmailValidator.INSTANCE, Map.of(), "ada@", FieldFault.MALFORMED),
                Arguments.of(UriValidator.INSTANCE, Map.of(), "no uri", FieldFault.MALFORMED),
                Arguments.of(
                        new PersonNameProhibitedCharactersValidator(), Map.of(), "<script>", FieldFault.MALFORMED));
    }

    @Test
    void givenWhatIsNotThereOrNotToBeChanged_thenItsMessageHasTheCode() {
        assertThat(ProfileFaults.of(AttributeRequiredByMetadataValidator.ERROR_USER_ATTRIBUTE_REQUIRED))
                .isEqualTo(FieldFault.REQUIRED);
        assertThat(ProfileFaults.of(MultiValueValidator.MESSAGE_INVALID_SIZE)).isEqualTo(FieldFault.OUT_OF_RANGE);
        assertThat(List.of(
                        "error-user-attribute-read-only",
                        Messages.READ_ONLY_USERNAME,
                        Messages.UPDATE_READ_ONLY_ATTRIBUTES_REJECTED))
                .allMatch(message -> ProfileFaults.of(message) == FieldFault.READ_ONLY);
    }
}
