/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.error.FieldFault;
import java.util.Map;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.validator.AttributeRequiredByMetadataValidator;
import org.keycloak.userprofile.validator.MultiValueValidator;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.validators.IntegerValidator;
import org.keycloak.validate.validators.LengthValidator;

/** What the messages of the user profile's validators mean. */
final class ProfileFaults {

    private static final Map<String, FieldFault> BY_MESSAGE = Map.ofEntries(
            Map.entry(AttributeRequiredByMetadataValidator.ERROR_USER_ATTRIBUTE_REQUIRED, FieldFault.REQUIRED),
            Map.entry(LengthValidator.MESSAGE_INVALID_LENGTH_TOO_SHORT, FieldFault.TOO_SHORT),
            Map.entry(LengthValidator.MESSAGE_INVALID_LENGTH_TOO_LONG, FieldFault.TOO_LONG),
            // Where both ends are set, whichever was passed.
            Map.entry(LengthValidator.MESSAGE_INVALID_LENGTH, FieldFault.OUT_OF_RANGE),
            Map.entry(MultiValueValidator.MESSAGE_INVALID_SIZE, FieldFault.OUT_OF_RANGE),
            Map.entry(IntegerValidator.MESSAGE_NUMBER_OUT_OF_RANGE, FieldFault.OUT_OF_RANGE),
            Map.entry(IntegerValidator.MESSAGE_NUMBER_OUT_OF_RANGE_TOO_SMALL, FieldFault.OUT_OF_RANGE),
            Map.entry(IntegerValidator.MESSAGE_NUMBER_OUT_OF_RANGE_TOO_BIG, FieldFault.OUT_OF_RANGE),
            Map.entry(IntegerValidator.MESSAGE_INVALID_NUMBER, FieldFault.WRONG_TYPE),
            // Of what is none of an attribute's options.
            Map.entry(ValidationError.MESSAGE_INVALID_VALUE, FieldFault.UNKNOWN),
            Map.entry("error-user-attribute-read-only", FieldFault.READ_ONLY),
            Map.entry(Messages.READ_ONLY_USERNAME, FieldFault.READ_ONLY),
            Map.entry(Messages.UPDATE_READ_ONLY_ATTRIBUTES_REJECTED, FieldFault.READ_ONLY));

    private ProfileFaults() {}

    /** Any other is of a form; an admin may have written it for a pattern. */
    static FieldFault of(String message) {
        return BY_MESSAGE.getOrDefault(message, FieldFault.MALFORMED);
    }
}
