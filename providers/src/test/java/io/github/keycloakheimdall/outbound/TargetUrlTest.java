/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages go to machines of the Internet alone, unless the server allows all. */
class TargetUrlTest {

    private final TargetUrl strict = new TargetUrl(false);
    private final TargetUrl open = new TargetUrl(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://app.localhost/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://8.8.8.8/",
                "https://169.254.169.254/latest/meta-data/",
                "https://metadata.google.internal/",
                "https://printer.local/",
                "https://intranet/",
                "https://user@api.example.com/",
                "https://api.example.com@127.0.0.1/",
                "https://xn--/",
                "https://host.invalid/",
                "https://api_under.example.com/"
            })
    void givenAUrlThatLeadsElsewhere_thenItIsRefused(String url) {
        assertThat(strict.refusal(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/hook", "http://localhost/", "https://intranet/", "http://[::1]/"})
    void givenAServerThatAllowsAll_thenTheyAreTaken(String url) {
        assertThat(open.refusal(url)).isEmpty();
        assertThat(strict.refusal(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/", "http://a@127.0.0.1/", "file:///etc/passwd", "/hook", "http:hook"})
    void givenAServerThatAllowsAll_thenWhatIsNoPlainHttpUrlIsRefusedStill(String url) {
        assertThat(open.refusal(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.169.254",
                "168.63.129.16",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "fe80::1",
                "fc00::1",
                "fd00::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fec0::1"
            })
    void givenAnAddressThatIsNotTheInternets_thenItIsTold(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "2001:4860:4860::8888"
            })
    void givenAnAddressOfTheInternet_thenItIsTold(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }
}
