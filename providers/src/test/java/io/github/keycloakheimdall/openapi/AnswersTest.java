/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are no object in JSON. */
class AnswersTest {

    private static final String LOCATION =
            OpenApiDocumentTest.BUILT.toAbsolutePath().normalize().toString();
    private static final OpenAPI API = new OpenAPIV3Parser().read(LOCATION);

    @ParameterizedTest
    @CsvSource({"null, false", "{}, true"})
    void givenTheWebhook_whenThereIsNone_thenNullAloneFits(String body, boolean wrong) {
        var answer = SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withBody(body)
                .build();

        assertThat(OpenApiInteractionValidator.createForSpecificationUrl(LOCATION)
                        .build()
                        .validateResponse("/v1/apps/acme/webhook", Request.Method.GET, answer)
                        .hasErrors())
                .isEqualTo(wrong);
    }

    @Test
    void givenAPicture_thenItIsOneOfThreeKinds() {
        ApiResponse picture =
                get("/{slug}/v1/avatars/{account_id}").getResponses().get("200");

        assertThat(picture.getContent())
                .containsOnlyKeys("image/png", "image/jpeg", "image/webp")
                .allSatisfy((type, body) ->
                        assertThat(body.getSchema().getFormat()).as(type).isEqualTo("binary"));
    }

    @Test
    void givenAnUploadOfAPicture_thenItsPartIsOneOfTheSameKinds() {
        MediaType form = API.getPaths()
                .get("/{slug}/v1/me/avatar")
                .getPost()
                .getRequestBody()
                .getContent()
                .get("multipart/form-data");

        assertThat(form.getEncoding().get("file").getContentType()).isEqualTo("image/png, image/jpeg, image/webp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorize", "callback", "link"})
    void givenARouteOfBrowsers_thenItRefusesInTextToo(String route) {
        Map<String, ApiResponse> answers =
                get("/{slug}/v1/auth/oauth/{provider}/" + route).getResponses();

        assertThat(answers.get("400").getContent()).containsOnlyKeys("application/json", "text/plain");
        assertThat(answers.get("4XX").get$ref()).endsWith("/RefusedToBrowsers");
    }

    @Test
    void givenARouteOfPrograms_thenItRefusesInJsonAlone() {
        Operation signin =
                API.getPaths().get("/{slug}/v1/auth/oauth/{provider}").getPost();

        assertThat(signin.getResponses().get("400").getContent()).containsOnlyKeys("application/json");
        assertThat(signin.getResponses().get("4XX").get$ref()).endsWith("/Refused");
    }

    private static Operation get(String path) {
        PathItem item = API.getPaths().get(path);
        return item.getGet();
    }
}
