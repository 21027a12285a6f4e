/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApplePrivateKeyTest {

    private static final AppleKey KEY = AppleKey.fresh();

    static Stream<String> forms() {
        String file = KEY.file();
        return Stream.of(
                file,
                file.strip(),
                file.replace('\n', ' '),
                file.replace("\n", "\r\n"),
                file.replace("\n", "\\n"),
                '"' + file.replace("\n", "\\r\\n") + '"',
                file.replaceAll("-----[A-Z ]+-----", ""),
                file.replaceAll("-----[A-Z ]+-----|\\s", ""));
    }

    static Stream<String> others() {
        String file = KEY.file();
        return Stream.of(
                "",
                "nonsense",
                file.substring(0, file.length() / 2),
                file.replace("PRIVATE", "EC PRIVATE"),
                AppleKey.of("RSA", null).file(),
                AppleKey.of("EC", "secp384r1").file());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void givenAKeyHoweverItWasPasted_whenParsing_thenTheKey(String pasted) {
        assertThat(ApplePrivateKey.parse(pasted)).isEqualTo(KEY.pair().getPrivate());
    }

    @ParameterizedTest
    @MethodSource("others")
    void givenWhatIsNoKeyOfApples_whenParsing_thenRefusedWithoutShowingIt(String pasted) {
        assertThatThrownBy(() -> ApplePrivateKey.parse(pasted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The private key is not")
                .hasNoCause();
    }
}
