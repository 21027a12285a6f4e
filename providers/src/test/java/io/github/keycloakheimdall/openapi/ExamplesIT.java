/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakheimdall.client.App;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples of the OpenAPI document, sent to a server one after the other; what one answers, the next may need. */
class ExamplesIT {

    private static final Path FILE = Path.of("src", "main", "openapi", "examples.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ADMINS = "/v1/apps/{app_id}";
    private static final String CONSUMER = "/{slug}/v1";
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    @RegisterExtension
    static final App app = App.fresh();

    /** Tokens and ids of the answers so far, by the name of their field. */
    private final Map<String, String> answered = new HashMap<>();

    @Test
    void givenTheExamples_whenSent_thenAnswersAreLikeTheirs() throws IOException {
        for (Map.Entry<String, JsonNode> example :
                MAPPER.readTree(FILE.toFile()).properties()) {
            if (!example.getKey().equals("refused")) {
                send(example.getKey(), example.getValue());
            }
        }
    }

    @Test
    void givenARefusal_whenItIsProvoked_thenItIsLikeTheExample() throws IOException {
        JsonNode refusal = MAPPER.readTree(FILE.toFile()).get("refused").get("answer");

        Response answer = app.api()
                .request(
                        Method.POST,
                        "/auth/signup",
                        Map.of("email", "ada@example.com", "username", "ad", "password", "CorrectHorseBatteryStaple"),
                        Map.of());

        assertThat(MAPPER.readTree(answer.asString())).isEqualTo(refusal);
    }

    private void send(String operation, JsonNode example) throws IOException {
        String[] parts = operation.split(" ");
        Response answer = call(Method.valueOf(parts[0]), parts[1], example);

        assertThat(answer.statusCode())
                .as("%s: %s", operation, answer.asString())
                .isEqualTo(example.get("status").asInt());
        if (example.has("answer")) {
            JsonNode body = MAPPER.readTree(answer.asString());
            assertThat(shape(body)).as(operation).isEqualTo(shape(example.get("answer")));
            keep(body, example.path("keep"));
        }
    }

    /** What the answer says, by the names of its fields, and by those that the example gives them. */
    private void keep(JsonNode body, JsonNode names) {
        body.properties()
                .forEach(field -> answered.put(field.getKey(), field.getValue().asText()));
        names.properties()
                .forEach(name -> answered.put(
                        name.getKey(), body.at(name.getValue().asText()).asText()));
    }

    private Response call(Method method, String path, JsonNode example) {
        Object body = body(example);
        if (path.startsWith(ADMINS)) {
            String below = filled(path.substring(ADMINS.length()), example);
            return app.platform()
                    .request(method, below, body, bearer(app.admin().bearer()));
        }
        String bearer = known(example.path("bearer").asText("access_token"));
        return app.api().request(method, filled(path.substring(CONSUMER.length()), example), body, bearer(bearer));
    }

    private String filled(String path, JsonNode example) {
        return PARAMETER
                .matcher(path)
                .replaceAll(name -> example.path("path").path(name.group(1)).asText(known(name.group(1))));
    }

    /** With the tokens, codes and ids of this run, where the example has those of its own. */
    private Object body(JsonNode example) {
        if (!example.has("request")) {
            return null;
        }
        ObjectNode request = example.get("request").deepCopy();
        example.path("fill")
                .properties()
                .forEach(field ->
                        request.put(field.getKey(), known(field.getValue().asText())));
        return request.toString();
    }

    private String known(String name) {
        return answered.getOrDefault(name, "");
    }

    private static Map<String, String> bearer(String token) {
        return token.isEmpty() ? Map.of() : Map.of("authorization", "Bearer " + token);
    }

    /** The names of all fields and the types of their values; of a list, those of its first item. */
    private static Object shape(JsonNode value) {
        if (value.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            value.properties().forEach(field -> fields.put(field.getKey(), shape(field.getValue())));
            return fields;
        }
        if (value.isArray()) {
            return value.isEmpty() ? "nothing" : shape(value.get(0));
        }
        return value.getNodeType();
    }
}
