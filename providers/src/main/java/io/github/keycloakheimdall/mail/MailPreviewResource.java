/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** {@code /v1/apps/<id>/notification-settings/preview}: how a mail looks, with values that are made up. */
@Produces(MediaType.APPLICATION_JSON)
public final class MailPreviewResource {

    private final App app;

    public MailPreviewResource(App app) {
        this.app = app;
    }

    /** One mail in one language of the realm; nothing is sent. */
    @GET
    @Access(admin = AdminRole.VIEW_REALM)
    public MailPreview read(
            @Parameter(required = true) @QueryParam("mail") @Nullable String mail,
            @Parameter(required = true) @QueryParam("locale") @Nullable String locale) {
        return new MailPreviews(app).of(kind(mail), language(locale));
    }

    private static MailKind kind(@Nullable String name) {
        return Stream.of(MailKind.values())
                .filter(kind -> kind.templateName().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid("mail", missingOr(name), "must name a template"));
    }

    private Locale language(@Nullable String tag) {
        if (tag == null || languages(app.realm()).noneMatch(tag::equals)) {
            throw ApiException.invalid("locale", missingOr(tag), "must be a language of the realm");
        }
        return Locale.forLanguageTag(tag);
    }

    private static FieldFault missingOr(@Nullable String word) {
        return word == null ? FieldFault.REQUIRED : FieldFault.UNKNOWN;
    }

    private static Stream<String> languages(RealmModel realm) {
        Stream<String> own = realm.isInternationalizationEnabled() ? realm.getSupportedLocalesStream() : Stream.of();
        return Stream.concat(own, Stream.of(Locale.ENGLISH.toLanguageTag()));
    }
}
