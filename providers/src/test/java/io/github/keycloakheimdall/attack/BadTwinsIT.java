/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.keycloakheimdall.ConsumerApi;
import io.github.keycloakheimdall.PlatformApi;
import io.github.keycloakheimdall.ServerApi;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Backend;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.http.Route;
import io.github.keycloakheimdall.http.RouteTable;
import io.github.keycloakheimdall.server.OnOneDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each field of each body at both doors has its bad twins, sent by who may enter: all are 400, and the field is named.
 */
@OnOneDatabase
class BadTwinsIT {

    private static final int MANY = 600;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @RegisterExtension
    static final App app = App.fresh();

    private static String owner;
    private static String key;

    private record Twin(Object value, boolean named) {}

    @BeforeAll
    static void letIn() {
        Tokens tokens = app.api().signedUp(TestUser.named("owner"));
        app.realm().giveRole(tokens.userId(), "owner");
        owner = tokens.access();
        key = app.platform()
                .key(
                        "auth.user.verify.create",
                        "auth.user.verify.send-email",
                        "auth.user.password-reset.create",
                        "auth.user.password-reset.send-email",
                        "auth.tenant.create",
                        "auth.tenant.update",
                        "auth.tenant.members.add",
                        "auth.tenant.members.update-role");
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                        bodies("/" + app.slug() + "/v1", ConsumerApi.class),
                        bodies("/v1/apps/" + app.slug(), PlatformApi.class),
                        bodies("/v1", ServerApi.class))
                .flatMap(Function.identity())
                .filter(body -> !BodyField.of((Route) body.get()[1]).isEmpty());
    }

    private static Stream<Arguments> bodies(String door, Class<?> api) {
        return new RouteTable(api).routes().stream().map(route -> Arguments.of(door, route));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void givenTheBadTwinsOfAField_whenCalling_thenBadRequest(String door, Route route) throws JsonProcessingException {
        for (BodyField field : BodyField.of(route)) {
            for (Twin twin : twins(field)) {
                JsonNode refusal = refused(door, route, field.with(twin.value()));
                if (twin.named()) {
                    assertThat(refusal.findValuesAsText("field"))
                            .as("%s of %s: %s", field.name(), route.template(), refusal)
                            .anyMatch(name -> name.startsWith(field.name()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void givenNothingThatIsRequired_whenCalling_thenEachFieldIsNamed(String door, Route route)
            throws JsonProcessingException {
        List<String> required = BodyField.of(route).stream()
                .filter(field -> field.path().size() == 1 && field.isRequired())
                .map(BodyField::name)
                .toList();
        if (!required.isEmpty()) {
            assertThat(refused(door, route, Map.of()).findValuesAsText("field")).containsAll(required);
        }
    }

    private static List<Twin> twins(BodyField field) {
        List<Twin> twins = new ArrayList<>();
        if (field.isText()) {
            twins.add(new Twin("a\0b", false));
            twins.add(new Twin("a\ud800", false));
            twins.add(new Twin("\udc00a", false));
            twins.add(new Twin(1, true));
            twins.add(new Twin(true, true));
            field.most().ifPresent(most -> twins.add(new Twin("x".repeat(most + 1), true)));
        } else if (field.item() != null) {
            field.most()
                    .filter(most -> most < MANY)
                    .ifPresent(most -> twins.add(new Twin(
                            Collections.nCopies(most + 1, field.item() == String.class ? "x" : Map.of()), true)));
            twins.add(new Twin(field.item() == String.class ? List.of(1) : List.of("x"), true));
            twins.add(new Twin(Arrays.asList((Object) null), true));
            if (field.item() == String.class) {
                twins.add(new Twin(List.of("a\0b"), false));
                twins.add(new Twin(List.of("a\ud800"), false));
            }
        } else if (field.component().getType() == Map.class) {
            twins.add(new Twin(Map.of("a\0b", 1), false));
            twins.add(new Twin(Map.of("deep", List.of(Map.of("\ud800", 1))), false));
        }
        twins.add(new Twin(
                field.component().getType() == Map.class ? "x" : Map.of("a", 1),
                !field.component().getType().isRecord()));
        if (field.item() == null) {
            twins.add(new Twin(List.of(List.of()), true));
        }
        if (!field.isText()) {
            twins.add(new Twin("nonsense", true));
        }
        return twins;
    }

    private static JsonNode refused(String door, Route route, Map<?, ?> body) throws JsonProcessingException {
        String path = door + route.template().replaceAll("\\{[^}]+}", "x");
        byte[] json = JSON.writeValueAsString(body).getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> answer = RawHttp.send(
                app.server(), route.method(), path, json, Map.of("Authorization", "Bearer " + bearer(door, route)));
        assertThat(answer.statusCode())
                .as("%s %s %s: %s", route.method(), path, shortened(body), answer.body())
                .isEqualTo(400);
        return JSON.readTree(answer.body());
    }

    private static String shortened(Map<?, ?> body) {
        String text = body.toString();
        return text.substring(0, Math.min(text.length(), 200));
    }

    private static String bearer(String door, Route route) {
        if (door.startsWith("/v1")) {
            return app.admin().bearer();
        }
        List<Class<?>> callers =
                List.of(route.handler().getAnnotation(Access.class).by());
        return callers.contains(Backend.class) && !callers.contains(AppUser.class) ? key : owner;
    }
}
