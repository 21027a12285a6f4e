/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import java.util.Arrays;

/** What counts as one address: an IPv4 address, or the network of an IPv6 one, where a customer owns all of it. */
final class AddressScope {

    private static final int NETWORK_GROUPS = 4;
    private static final int GROUPS = 8;
    private static final int MAX_LENGTH = 64;

    private AddressScope() {}

    static String of(String address) {
        String plain = address == null ? "unknown" : address.replaceAll("%.*", "");
        String scope = plain.indexOf(':') < 0 || plain.indexOf('.') >= 0 ? plain : network(plain);
        return scope.substring(0, Math.min(scope.length(), MAX_LENGTH));
    }

    private static String network(String address) {
        String[] halves = address.split("::", 2);
        String[] front = groups(halves[0]);
        String[] back = groups(halves.length == 1 ? "" : halves[1]);
        String[] all = new String[GROUPS];
        Arrays.fill(all, "0");
        System.arraycopy(front, 0, all, 0, Math.min(front.length, GROUPS));
        int start = Math.max(0, GROUPS - back.length);
        System.arraycopy(back, 0, all, start, Math.min(back.length, GROUPS - start));
        return String.join(":", Arrays.copyOf(all, NETWORK_GROUPS)) + "::/64";
    }

    private static String[] groups(String part) {
        return part.isEmpty() ? new String[0] : part.split(":");
    }
}
