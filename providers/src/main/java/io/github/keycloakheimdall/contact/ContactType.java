/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.user.Lookalikes;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.utils.EmailValidationUtil;

/** The kinds of contact, and the one form in which a value of each is kept and compared. */
public enum ContactType {
    EMAIL {
        @Override
        @Nullable
        String normal(String value) {
            String email = value.strip().toLowerCase(Locale.ROOT);
            return EmailValidationUtil.isValidEmail(email) ? email : null;
        }
    },
    PHONE {
        @Override
        @Nullable
        String normal(String value) {
            String phone = SEPARATORS.matcher(value).replaceAll("");
            return NUMBER.matcher(phone).matches() ? phone : null;
        }
    };

    private static final Pattern SEPARATORS = Pattern.compile("[\\s().-]");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{5,15}");

    /** The value in its one form, or null when it is none of this type. */
    @Nullable
    abstract String normal(String value);

    /** @throws ApiException 400 that names the field when the value is none of this type */
    public String normalize(String field, String value) {
        String normal = normal(value);
        if (normal == null) {
            throw ApiException.invalid(field, FieldFault.MALFORMED, "is not a valid " + wireName());
        }
        return normal;
    }

    /**
     * The one form of a value that someone claims for the first time: it also is what it looks like, as an account's
     * own email.
     *
     * @throws ApiException 400 as {@link #normalize} does, and for what can be read as another's
     */
    public String normalizeClaim(String field, String value) {
        String normal = normalize(field, value);
        if (!Lookalikes.isPlain(normal)) {
            throw ApiException.invalid(field, FieldFault.MALFORMED, "is not a valid " + wireName());
        }
        return normal;
    }

    /** As it is called in bodies. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
