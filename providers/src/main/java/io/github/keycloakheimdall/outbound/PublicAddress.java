/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Tells addresses of the Internet from those of machines that only this server should reach. */
public final class PublicAddress {

    /** The first bytes of networks that are not the Internet's, and how many bits of them count. */
    private record Network(int bits, int... bytes) {

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((bytes[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Network> CLOSED_4 = List.of(
            new Network(8, 0),
            new Network(8, 10),
            new Network(10, 100, 64),
            new Network(8, 127),
            new Network(16, 169, 254),
            // Where Azure serves its virtual machines what is theirs alone.
            new Network(32, 168, 63, 129, 16),
            new Network(12, 172, 16),
            new Network(24, 192, 0, 0),
            new Network(24, 192, 0, 2),
            new Network(24, 192, 88, 99),
            new Network(16, 192, 168),
            new Network(15, 198, 18),
            new Network(24, 198, 51, 100),
            new Network(24, 203, 0, 113),
            new Network(3, 224));

    /** Of IPv6 only 2000::/3 is the Internet's; within it these are not, or lead to an IPv4 address. */
    private static final Network GLOBAL_6 = new Network(3, 0x20);

    private static final List<Network> CLOSED_6 = List.of(
            new Network(23, 0x20, 0x01, 0x00),
            new Network(32, 0x20, 0x01, 0x0d, 0xb8),
            new Network(16, 0x20, 0x02),
            new Network(20, 0x3f, 0xff, 0x00));

    private PublicAddress() {}

    /** Whether anyone on the Internet may have that address. */
    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return CLOSED_4.stream().noneMatch(network -> network.holds(bytes));
        }
        return address instanceof Inet6Address
                && GLOBAL_6.holds(bytes)
                && CLOSED_6.stream().noneMatch(network -> network.holds(bytes));
    }
}
