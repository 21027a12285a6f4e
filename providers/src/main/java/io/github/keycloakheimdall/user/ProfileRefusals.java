/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.keycloak.user.ProfileDemands;
import io.github.keycloakheimdall.keycloak.user.ProfileDemands.Objection;
import java.util.Collection;
import org.keycloak.userprofile.ValidationException;

/** Names what the realm's user profile refuses, by the field of the body or else by the attribute. */
final class ProfileRefusals {

    /** The body's name of the display name. */
    static final String DISPLAY_NAME = "display_name";

    private ProfileRefusals() {}

    static ApiException of(ValidationException refused) {
        return of(refused.getErrors().stream()
                .map(error -> ProfileDemands.objection(error.getAttribute(), error.getMessage()))
                .toList());
    }

    static ApiException of(Collection<Objection> objections) {
        return ApiException.invalid(objections.stream()
                .map(objection -> new FieldError(field(objection.attribute()), objection.code(), reason(objection)))
                .distinct()
                .toList());
    }

    private static String field(String attribute) {
        return AppModel.DISPLAY_NAME.equals(attribute) ? DISPLAY_NAME : attribute;
    }

    private static String reason(Objection objection) {
        return objection.missing() ? "is required by the realm's user profile" : "is not valid";
    }
}
