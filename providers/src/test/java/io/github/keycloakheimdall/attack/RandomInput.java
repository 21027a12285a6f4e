/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import io.github.keycloakheimdall.http.ApiRequest;
import io.github.keycloakheimdall.http.Route;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Input that nobody would send in good faith. The same seed gives the same input. */
final class RandomInput {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final int DEEPEST = 5;

    private static final List<Object> SCALARS = Arrays.asList(
            null,
            true,
            false,
            0,
            -1,
            1.5e300,
            Long.MAX_VALUE,
            "",
            " ",
            "ada",
            "ada@example.com",
            "CorrectHorseBatteryStaple",
            "null",
            "\u0000",
            "a\u0000b",
            "\ud83d\ude00",
            "\ud800",
            "\u202eada",
            "' or 1=1 --",
            "${jndi:ldap://x}",
            "<script>",
            "../../etc/passwd",
            "%00",
            "x".repeat(300),
            "x".repeat(5000),
            "00000000-0000-0000-0000-000000000000",
            "2026-02-30T25:61:00Z",
            "eyJhbGciOiJub25lIn0.e30.",
            "hdk_live_x");
    private static final List<String> STRINGS = List.of(
            "ada",
            "Ada-1",
            "member",
            "owner",
            "user.list",
            "users",
            "totp",
            "email",
            "active",
            "ada@example.com",
            "https://app.example.com",
            "CorrectHorseBatteryStaple",
            "\ud83d\ude00\ud83d\ude00\ud83d\ude00",
            "' or 1=1 --",
            "%_%",
            "x".repeat(120),
            "x".repeat(255),
            "00000000-0000-0000-0000-000000000000");
    private static final List<String> SEGMENTS = List.of(
            "x",
            "00000000-0000-0000-0000-000000000000",
            "a.b",
            "%2F",
            "a%2Fb",
            "%F0%9F%98%80",
            "%C3%28",
            "%27%20or%201=1",
            "null",
            "-1",
            "*",
            "x".repeat(1000));
    /** Sorted: an order that differs from one JVM to the next would make other input of the same seed. */
    private static final Map<String, List<String>> HEADERS = new TreeMap<>(Map.of(
            "Accept", List.of("*/*", "text/html", "application/xml;q=0.1", "nonsense", "a/b, ,"),
            "Content-Type",
                    List.of(
                            "application/json",
                            "application/json; charset=utf-16",
                            "text/plain",
                            "application/x-www-form-urlencoded",
                            "multipart/form-data",
                            "nonsense"),
            "Origin", List.of("null", "https://evil.example", "x", "https://a,https://b"),
            "Accept-Language", List.of("*", "xx-YY-zz", "de;q=9"),
            "User-Agent", List.of("x".repeat(4000), "\u00e4"),
            "X-Forwarded-For", List.of("1.2.3.4", "nonsense", "::1, x"),
            "X-HTTP-Method-Override", List.of("DELETE", "nonsense"),
            "Cookie", List.of("KEYCLOAK_IDENTITY=x", "=;=;")));

    private static final List<String> BEARERS =
            List.of("", "x", "x.y.z", "hdk_live_x", "hdk_live_" + "a".repeat(64), "eyJhbGciOiJub25lIn0.e30.", "null");

    private final Random random;

    RandomInput(long seed) {
        random = new Random(seed);
    }

    /** The route's path with something in place of its parameters, at times with a query. */
    String path(Route route) {
        Matcher parameters = PARAMETER.matcher(route.template());
        String path = parameters.replaceAll(found -> Matcher.quoteReplacement(oneOf(SEGMENTS)));
        return chance(4) ? path + "?limit=" + oneOf(SEGMENTS) + "&cursor=" + oneOf(SEGMENTS) : path;
    }

    /**
     * Headers, one of them at times a bearer.
     *
     * @param live a bearer that holds
     */
    Map<String, String> headers(String live) {
        Map<String, String> headers = new HashMap<>();
        HEADERS.forEach((name, values) -> {
            if (chance(5)) {
                headers.put(name, oneOf(values));
            }
        });
        if (!chance(4)) {
            headers.put("Authorization", "Bearer " + (chance(3) ? oneOf(BEARERS) : live));
        }
        return headers;
    }

    /**
     * A body for the route: mostly an object with its fields and wrong values, at times no JSON at all; null for none.
     */
    Object body(Route route) {
        if (chance(8)) {
            return null;
        }
        if (chance(8)) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        if (chance(8)) {
            return "[".repeat(2000).getBytes(StandardCharsets.UTF_8);
        }
        if (chance(8)) {
            return value(DEEPEST);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        boolean fitting = chance(2);
        for (RecordComponent field : fields(route)) {
            if (!chance(6)) {
                Object wrong = chance(3) ? value(DEEPEST) : oneOf(SCALARS);
                object.put(name(field), fitting && !chance(8) ? fitting(field.getGenericType()) : wrong);
            }
        }
        if (chance(4)) {
            object.put(oneOf(List.of("id", "role", "realm_id", "__proto__", "", "\u0000")), value(1));
        }
        return object;
    }

    /** A value of the type that the field has, which gets past the reader and to what is behind it. */
    private Object fitting(Type type) {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return Stream.generate(() -> fitting(element))
                    .limit(random.nextInt(3))
                    .toList();
        }
        if (type == Boolean.class || type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return oneOf(List.of(-1, 0, 1, 8, 300, 3600, Integer.MAX_VALUE));
        }
        if (type == Instant.class) {
            return oneOf(List.of("2000-01-01T00:00:00Z", "2099-12-31T23:59:59Z", "+999999999-12-31T23:59:59Z"));
        }
        if (type instanceof Class<?> nested && nested.isRecord()) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (RecordComponent field : nested.getRecordComponents()) {
                object.put(name(field), fitting(field.getGenericType()));
            }
            return object;
        }
        return oneOf(STRINGS);
    }

    private Object value(int depth) {
        if (depth == 0 || chance(2)) {
            return oneOf(SCALARS);
        }
        if (chance(2)) {
            List<Object> list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(value(depth - 1));
            }
            return list;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.put("k" + i, value(depth - 1));
        }
        return object;
    }

    private static List<RecordComponent> fields(Route route) {
        return Arrays.stream(route.handler().getParameterTypes())
                .filter(type -> ApiRequest.class.isAssignableFrom(type) && type.isRecord())
                .findFirst()
                .map(type -> List.of(type.getRecordComponents()))
                .orElse(List.of());
    }

    private static String name(RecordComponent field) {
        return field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
