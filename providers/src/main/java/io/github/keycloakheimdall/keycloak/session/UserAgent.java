/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.session;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.account.DeviceRepresentation;

/** What the client that started a session called itself. */
public final class UserAgent {

    private static final String NOTE = "heimdall.user_agent";
    private static final int MAX_LENGTH = 512;

    /** Names that Keycloak's list has word by word; it passes others on as the client spelt them. */
    private static final Predicate<String> KNOWN = Set.of(
            "Chrome",
            "Chrome Mobile",
            "Chrome Mobile iOS",
            "Edge",
            "Firefox",
            "Firefox Mobile",
            "Firefox iOS",
            "Mobile Safari",
            "Opera",
            "Safari",
            "Samsung Internet",
            "Android",
            "Chrome OS",
            "iOS",
            "Linux",
            "Mac OS X",
            "Ubuntu",
            "Windows")::contains;

    private UserAgent() {}

    /** Keeps the request's {@code User-Agent}, cut to 512 characters, with the session. */
    public static void remember(KeycloakSession session, UserSessionModel userSession) {
        String header = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.USER_AGENT);
        if (header != null) {
            userSession.setNote(NOTE, header.substring(0, Math.min(header.length(), MAX_LENGTH)));
        }
    }

    /**
     * The browser and the system of the request, such as {@code Firefox, Linux}, as far as Keycloak knows them: nothing
     * that a client made up.
     */
    public static Optional<String> inShort(KeycloakSession session) {
        DeviceRepresentation device =
                session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation();
        return device == null || device.getBrowser() == null
                ? Optional.empty()
                : Optional.of(Stream.of(device.getBrowser().split("/")[0], String.valueOf(device.getOs()))
                                .filter(KNOWN)
                                .collect(Collectors.joining(", ")))
                        .filter(text -> !text.isEmpty());
    }

    /** What was remembered, or null. */
    public static @Nullable String of(UserSessionModel userSession) {
        return userSession.getNote(NOTE);
    }
}
