/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keycloakheimdall.error.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

    private static final List<String> ORIGINS =
            List.of("https://app.example.com", "http://localhost:3000", "https://WWW.example.com:443", "acme://signin");

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, https://app.example.com?heimdall_code=x",
        "https://app.example.com/, https://app.example.com/?heimdall_code=x",
        "https://app.example.com/a?, https://app.example.com/a?heimdall_code=x",
        "https://app.example.com/a?b=%C3%BC&c, https://app.example.com/a?b=%C3%BC&c&heimdall_code=x",
        "https://app.example.com:443/a, https://app.example.com:443/a?heimdall_code=x",
        "HTTPS://APP.example.com/A, HTTPS://APP.example.com/A?heimdall_code=x",
        "https://www.example.com/, https://www.example.com/?heimdall_code=x",
        "https://app.example.com/#/in?a=b, https://app.example.com/?heimdall_code=x#/in?a=b",
        "http://localhost:3000/a, http://localhost:3000/a?heimdall_code=x",
        "acme://signin/done, acme://signin/done?heimdall_code=x"
    })
    void givenAUrlOfTheApp_whenReturning_thenTheCodeIsInItsQuery(String url, String returned) {
        assertThat(ReturnTo.require(List.of(url), ORIGINS).with("heimdall_code", "x"))
                .hasToString(returned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/after",
                "//app.example.com/",
                "app.example.com",
                "https:app.example.com",
                "https:/app.example.com",
                "https:///app.example.com",
                "http://app.example.com/",
                "https://app.example.com:444/",
                "https://app.example.com:/",
                "https://app.example.com.evil.example/",
                "https://evil.example/?https://app.example.com",
                "https://evil.example#https://app.example.com",
                "https://app.example.com@evil.example/",
                "https://evil.example@app.example.com/",
                "https://user:" + "pass@app.example.com/",
                "https://app.example.com\\@evil.example/",
                "https://app.example.com\\.evil.example/",
                "https://app.example.com%2eevil.example/",
                "https://app.example.com%00.evil.example/",
                "https://app.example.com\u0000/",
                "https://app.example.com /",
                " https://app.example.com/",
                "https://app.example.com/\n",
                "https://app.example.com/\t",
                "https://app.example.com/\u00fc",
                "https://\u0430pp.example.com/",
                "https://app.example.com/[",
                "https://app.example.com/%zz",
                "javascript://app.example.com/%0aalert(1)",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://localhost:3000/",
                "http://localhost/",
                "https://[::1]/",
                "*",
                "https://*/",
                "null"
            })
    void givenAnotherPlace_whenAskingToReturnThere_thenRefused(String url) {
        refused(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?heimdall_code=evil",
                "?a=b&heimdall_code=evil",
                "?heimdall_code",
                "?HEIMDALL_CODE=evil",
                "?heimdall%5Fcode=evil",
                "?heimdall%5fcod%65=evil",
                "?heimdall%255Fcode=evil",
                "?heimdall.code=evil",
                "?heimdall+code=evil",
                "?heimdall%20code=evil",
                "?heimdall_code%5B%5D=evil",
                "?a=b;heimdall_code=evil",
                "?heimdall_error=access_denied",
                "?heimdall%5Ferror=x",
                "#heimdall_code=evil",
                "#/in?heimdall_code=evil",
                "#a&heimdall_error=x"
            })
    void givenAParameterThatPassesForOurs_whenAskingToReturnThere_thenRefused(String query) {
        refused("https://app.example.com/" + query);
    }

    @Test
    void givenAUrlThatIsTooLong_whenAskingToReturnThere_thenRefused() {
        refused("https://app.example.com/" + "a".repeat(2048));
    }

    @Test
    void givenNoneOrTwo_whenAskingToReturnThere_thenRefused() {
        assertThatThrownBy(() -> ReturnTo.require(List.of(), ORIGINS)).isInstanceOf(ApiException.class);
        assertThatThrownBy(
                        () -> ReturnTo.require(List.of("https://app.example.com", "https://app.example.com"), ORIGINS))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void givenAnAppWithoutOrigins_whenAskingToReturn_thenRefused() {
        assertThatThrownBy(() -> ReturnTo.require(List.of("https://app.example.com"), List.of()))
                .isInstanceOf(ApiException.class);
    }

    private static void refused(String url) {
        assertThatThrownBy(() -> ReturnTo.require(List.of(url), ORIGINS))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(400));
    }
}
