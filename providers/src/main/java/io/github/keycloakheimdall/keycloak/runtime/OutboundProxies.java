/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.ProxyMappings;

/**
 * The proxies that Keycloak's own client goes through. A proxy resolves the names that it is asked for by itself.
 *
 * @param hosts of the proxies
 */
record OutboundProxies(ProxyMappings mappings, Set<String> hosts) {

    /** As the server's options or its environment say. */
    static OutboundProxies configured() {
        String[] options = Config.scope("connectionsHttpClient", "default").getArray("proxy-mappings");
        if (options != null && options.length > 0) {
            Stream<String> urls = Arrays.stream(options).map(option -> option.substring(option.lastIndexOf(';') + 1));
            return new OutboundProxies(ProxyMappings.valueOf(options), hosts(urls));
        }
        String proxy = Stream.of("https_proxy", "http_proxy")
                .map(OutboundProxies::variable)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new OutboundProxies(
                ProxyMappings.withFixedProxyMapping(proxy, variable("no_proxy")), hosts(Stream.ofNullable(proxy)));
    }

    /** Whether it is the name of one of them. */
    boolean has(String host) {
        return hosts.contains(host.toLowerCase(Locale.ROOT));
    }

    private static Set<String> hosts(Stream<String> urls) {
        return urls.filter(url -> url.contains("://"))
                .map(url -> URI.create(url).getHost())
                .filter(Objects::nonNull)
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static @Nullable String variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
