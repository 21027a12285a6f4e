/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.http.Outcome;
import io.github.keycloakheimdall.keycloak.user.UserStatus;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a query is refused for, but for one of a few words, is an {@code enum}, which clients make a type of. */
class QueryWordsTest {

    private static final List<String> STATUSES_OF_USERS = List.of(UserStatus.WORDS.split("\\|"));
    private static final List<String> STATUSES_OF_TENANTS = List.of("active", "suspended", "archived");
    private static final List<String> OUTCOMES = Stream.of(Outcome.SUCCEEDED, Outcome.FAILED)
            .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
            .toList();

    @Test
    void givenWordsToChooseFrom_thenEachQueryHasThem() {
        assertThat(words("status"))
                .isEqualTo(Map.of(
                        "/v1/apps/{app_id}/end-users", STATUSES_OF_USERS,
                        "/{slug}/v1/admin/users", STATUSES_OF_USERS,
                        "/v1/apps/{app_id}/tenants", STATUSES_OF_TENANTS,
                        "/{slug}/v1/tenants", STATUSES_OF_TENANTS));
        assertThat(words("outcome"))
                .isEqualTo(Map.of(
                        "/v1/apps/{app_id}/audit-logs", OUTCOMES,
                        "/v1/apps/{app_id}/webhook/attempts", OUTCOMES));
    }

    /** By path, of those that can be asked for it. */
    private static Map<String, List<String>> words(String parameter) {
        Map<String, List<String>> words = new HashMap<>();
        String document = OpenApiDocumentTest.BUILT.toAbsolutePath().normalize().toString();
        new OpenAPIV3Parser().read(document).getPaths().forEach((path, item) -> asked(item.getGet(), parameter)
                .forEach(one -> words.put(path, texts(one.getSchema()))));
        return words;
    }

    private static List<String> texts(Schema<?> schema) {
        return schema.getEnum().stream().map(String::valueOf).toList();
    }

    private static Stream<Parameter> asked(Operation get, String parameter) {
        return Stream.ofNullable(get)
                .flatMap(operation -> Stream.ofNullable(operation.getParameters()))
                .flatMap(List::stream)
                .filter(one -> one.getName().equals(parameter));
    }
}
