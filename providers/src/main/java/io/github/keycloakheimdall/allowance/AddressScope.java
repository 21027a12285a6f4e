/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.allowance;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** What counts as one address: an IPv4 address, or the network of an IPv6 one, where a customer owns all of it. */
public final class AddressScope {

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int NETWORK_BYTES = 8;

    /** As long as the longest address there is. */
    private static final int MAX_LENGTH = 45;

    private AddressScope() {}

    /** That of the request, which is a forwarded one only where Keycloak is told to trust who forwards it. */
    public static String of(KeycloakSession session) {
        return of(session.getContext().getConnection().getRemoteAddr());
    }

    /** @param address null where it is not known: all of those count as one */
    static String of(@Nullable String address) {
        String plain = address == null ? "unknown" : address.replaceAll("%.*", "");
        String scope = IPV6.matcher(plain).matches() ? network(plain) : plain;
        return scope.substring(0, Math.min(scope.length(), MAX_LENGTH));
    }

    /** However it is written, shortened or not; an IPv4 address in IPv6's clothes is that IPv4 address. */
    private static String network(String ipv6) {
        try {
            InetAddress address = InetAddress.getByName(ipv6);
            if (address instanceof Inet4Address) {
                return address.getHostAddress();
            }
            byte[] bytes = address.getAddress();
            StringBuilder network = new StringBuilder();
            for (int i = 0; i < NETWORK_BYTES; i += 2) {
                int group = (bytes[i] & 0xff) << Byte.SIZE | bytes[i + 1] & 0xff;
                network.append(Integer.toHexString(group)).append(i + 2 == NETWORK_BYTES ? "" : ":");
            }
            return network.append("::/64").toString();
        } catch (UnknownHostException notAnAddress) {
            return ipv6;
        }
    }
}
