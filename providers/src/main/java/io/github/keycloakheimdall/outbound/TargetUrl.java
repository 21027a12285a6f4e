/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where an admin may have messages sent: to a machine of the Internet, encrypted. */
public final class TargetUrl {

    /** Names that no public DNS answers for. */
    private static final Set<String> CLOSED = Set.of(
            "localhost",
            "local",
            "localdomain",
            "internal",
            "intranet",
            "lan",
            "home",
            "corp",
            "private",
            "test",
            "example",
            "invalid",
            "onion",
            "arpa",
            "alt");

    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final int MAX_PORT = 65_535;

    private final boolean privateAllowed;

    /** By the server's setting. */
    public TargetUrl() {
        this(PrivateTargets.allowed());
    }

    TargetUrl(boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /** @throws ApiException 400 for a URL that messages may not go to */
    public void require(String url) {
        refusal(url).ifPresent(refused -> {
            throw ApiException.invalid(List.of(refused));
        });
    }

    /** Why messages may not go there, if they may not. The name is resolved unless anything is allowed. */
    Optional<FieldError> refusal(String url) {
        URI parsed;
        try {
            parsed = new URI(url);
        } catch (URISyntaxException notOne) {
            return refused(FieldFault.MALFORMED, "must be an absolute URL");
        }
        String host = parsed.getHost();
        if (parsed.getScheme() == null || host == null || host.isEmpty()) {
            return refused(FieldFault.MALFORMED, "must be an absolute URL");
        }
        if (parsed.getRawUserInfo() != null) {
            return refused(FieldFault.NOT_ALLOWED, "must not hold a user or a password");
        }
        if (parsed.getRawFragment() != null || parsed.getPort() == 0 || parsed.getPort() > MAX_PORT) {
            return refused(FieldFault.MALFORMED, "must be a URL that can be called");
        }
        String scheme = parsed.getScheme().toLowerCase(Locale.ROOT);
        if (privateAllowed) {
            return Set.of("http", "https").contains(scheme)
                    ? Optional.empty()
                    : refused(FieldFault.NOT_ALLOWED, "must start with https://");
        }
        return scheme.equals("https")
                ? closed(host.toLowerCase(Locale.ROOT))
                : refused(FieldFault.NOT_ALLOWED, "must start with https://");
    }

    private static Optional<FieldError> closed(String host) {
        String topLevel = host.substring(host.lastIndexOf('.') + 1);
        if (!NAME.matcher(host).matches() || CLOSED.contains(topLevel)) {
            return refused(FieldFault.NOT_ALLOWED, "must name a host by its public name");
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddress::is)
                    ? Optional.empty()
                    : refused(FieldFault.NOT_ALLOWED, "must not lead to a private address");
        } catch (UnknownHostException nobody) {
            return refused(FieldFault.UNKNOWN, "must name a host that can be found");
        }
    }

    private static Optional<FieldError> refused(FieldFault code, String reason) {
        return Optional.of(new FieldError("url", code, reason));
    }
}
