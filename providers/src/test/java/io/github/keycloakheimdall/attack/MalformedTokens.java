/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What looks like a token in JOSE's compact form, and is none that anybody signed. Fit for a header. */
final class MalformedTokens {

    private static final String PAYLOAD =
            "{\"iss\":\"http://127.0.0.1/realms/master\",\"sub\":\"x\",\"exp\":9999999999}";
    private static final String RS256 = "{\"alg\":\"RS256\",\"kid\":\"x\"}";

    private MalformedTokens() {}

    /**
     * All of them.
     *
     * @param live a token that holds, whose header and payload some of them borrow
     */
    static List<String> like(String live) {
        String header = live.substring(0, live.indexOf('.'));
        String signed = live.substring(0, live.lastIndexOf('.'));
        List<String> all = new ArrayList<>(List.of(
                "",
                ".",
                "..",
                "....",
                "x",
                "null",
                "bnVsbA.bnVsbA.bnVsbA",
                "a.b.c",
                "!!.!!.!!",
                "=.=.=",
                header,
                header + ".",
                header + "..",
                header + ".bnVsbA.bnVsbA",
                header + ".bnVsbA.",
                header + ".W10.bnVsbA",
                signed,
                signed + ".",
                signed + ".AA",
                signed + "." + "A".repeat(4000),
                live + ".x",
                live + "." + live,
                live + "=",
                live + " x",
                live.repeat(3)));
        for (String wrong : List.of(
                "null",
                "[]",
                "\"x\"",
                "1",
                "{}",
                "{",
                "{\"alg\":null}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"RS256\",\"kid\":null}",
                "{\"alg\":\"RS256\",\"kid\":5}",
                "{\"alg\":\"RS256\",\"kid\":{}}",
                "{\"alg\":\"RS256\",\"kid\":\"\\u0000\"}",
                "{\"alg\":\"RS256\",\"kid\":\"" + "k".repeat(2000) + "\"}",
                "{\"alg\":\"RS256\",\"kid\":\"x\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"RS256\",\"kid\":\"x\",\"x5c\":\"x\",\"jwk\":7}",
                "{\"alg\":[\"RS256\"],\"kid\":\"x\"}",
                "{\"alg\":\"\",\"kid\":\"x\"}",
                "{\"alg\":\"none\",\"kid\":\"x\"}",
                "{\"alg\":\"nonsense\",\"kid\":\"x\"}",
                "{\"alg\":\"HS512\",\"kid\":\"x\"}",
                "{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\",\"kid\":\"x\"}",
                "[".repeat(3000))) {
            all.add(jws(wrong, PAYLOAD));
        }
        for (String wrong : List.of(
                "null",
                "[]",
                "\"x\"",
                "1",
                "{}",
                "{",
                "{\"iss\":null}",
                "{\"iss\":7}",
                "{\"iss\":\"\"}",
                "{\"iss\":\"/\"}",
                "{\"iss\":\"x/\\u0000\"}",
                "{\"iss\":\"x/%00\"}",
                "{\"iss\":\"x/%\"}",
                "{\"iss\":\"x/%zz\"}",
                "{\"iss\":\"x/%C3%28\"}",
                "{\"iss\":\"x/\\ud800\"}",
                "{\"iss\":\"x/" + "r".repeat(3000) + "\"}",
                "{\"iss\":\"x/master\",\"exp\":\"x\"}",
                "[".repeat(3000))) {
            all.add(jws(RS256, wrong));
            all.add(header + "." + encode(wrong) + ".bnVsbA");
        }
        return all;
    }

    private static String jws(String header, String payload) {
        return encode(header) + "." + encode(payload) + ".bnVsbA";
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
