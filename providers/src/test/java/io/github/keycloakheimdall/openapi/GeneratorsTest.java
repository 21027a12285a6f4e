/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.error.ErrorCodes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the document has for the sake of generators and parsers. */
class GeneratorsTest {

    private static final OpenAPI API = new OpenAPIV3Parser()
            .read(OpenApiDocumentTest.BUILT.toAbsolutePath().normalize().toString());
    private static final Pattern BARE_TIME = Pattern.compile("(?m)(?:: |- )\\d{4}-\\d\\d-\\d\\d(?:T\\S*)?$");

    @Test
    void givenARefusal_thenItsCodesAreListedAndMayBeMore() {
        Schema<?> code = schemas().get("ErrorBody").getProperties().get("code");

        assertThat(code.getEnum()).isNull();
        assertThat(code.getExtensions()).containsEntry("x-extensible-enum", ErrorCodes.ALL);
    }

    @Test
    void givenAnAnswerThatIsABareList_thenItHasAName() {
        assertThat(schemas().get("AttemptEntryList").getItems().get$ref()).endsWith("/AttemptEntry");
    }

    /** Of a range, and of a default, some generators make what does not compile, or nothing. */
    @Test
    void givenAnOperation_thenEachStatusStandsForItself() {
        assertThat(API.getPaths().values().stream()
                        .flatMap(item -> item.readOperations().stream())
                        .flatMap(operation -> operation.getResponses().keySet().stream()))
                .allMatch(status -> status.matches("[2-5]\\d\\d"));
    }

    /** Generators take the first as it is for what requests begin with. */
    @Test
    void givenTheServer_thenItsAddressHasNoVariables() {
        assertThat(API.getServers()).extracting(Server::getUrl).containsExactly("http://127.0.0.1:8080");
    }

    @ParameterizedTest
    @CsvSource({
        "BulkSelection, status, active|suspended|deactivated",
        "AuthConfigView, oauth_link_policy, auto|confirm|reject",
        "TenantResponse, status, active|suspended|archived",
        "ReplayResult, status, delivered|failed",
        "IntrospectResponse, type, end_user|m2m",
        "Principal, type, end_user|m2m",
        "Factor, type, totp|hotp|email",
        "FactorChoice, type, totp|hotp|email"
    })
    void givenWordsToChooseFrom_thenTheyAreAnEnum(String schema, String property, String words) {
        Schema<?> word = (Schema<?>) schemas().get(schema).getProperties().get(property);
        if (word.get$ref() != null) {
            word = schemas().get(word.get$ref().substring(word.get$ref().lastIndexOf('/') + 1));
        }

        assertThat(word.getEnum()).hasToString(List.of(words.split("\\|")).toString());
    }

    /** In YAML 1.1 a bare one is no text. */
    @Test
    void givenAnExampleOfATime_thenItIsAText() throws IOException {
        assertThat(BARE_TIME
                        .matcher(Files.readString(OpenApiDocumentTest.BUILT))
                        .results())
                .isEmpty();
    }

    private static Map<String, Schema<?>> schemas() {
        return Document.read(OpenApiDocumentTest.BUILT).schemas();
    }
}
