/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
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
        assertThat(reports("/v1/apps/acme/webhook", body).hasErrors()).isEqualTo(wrong);
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
        assertThat(answers.get("404").get$ref()).endsWith("/RefusedToBrowsers");
    }

    @Test
    void givenARouteOfPrograms_thenItRefusesInJsonAlone() {
        Operation signin =
                API.getPaths().get("/{slug}/v1/auth/oauth/{provider}").getPost();

        assertThat(signin.getResponses().get("400").getContent()).containsOnlyKeys("application/json");
        assertThat(signin.getResponses().get("404").get$ref()).endsWith("/Refused");
    }

    @ParameterizedTest
    @CsvSource({
        "/{slug}/v1/auth/signup, 429",
        "/{slug}/v1/auth/mfa/verify, 429",
        "/{slug}/v1/auth/mfa/verify, 503",
        "/{slug}/v1/auth/oauth/exchange, 429"
    })
    void givenARefusalForNow_thenItMaySayWhenToComeAgain(String path, String status) {
        ApiResponse answer = API.getPaths().get(path).getPost().getResponses().get(status);

        assertThat(resolved(answer).getHeaders()).containsKey("Retry-After");
    }

    @ParameterizedTest
    @CsvSource({"authorize, 302", "callback, 303", "link, 302"})
    void givenARedirect_thenItSaysWhereTo(String route, String status) {
        ApiResponse answer =
                get("/{slug}/v1/auth/oauth/{provider}/" + route).getResponses().get(status);

        assertThat(answer.getHeaders().get("Location").getRequired()).isTrue();
    }

    /** At signup it has made the account. */
    @Test
    void givenTheWordsOfRefusals_thenTheyDoNotSayThatNothingIsEverDone() {
        assertThat(API.getComponents().getResponses().get("Refused").getDescription())
                .contains("`ACTION_REQUIRED` has made the account");
    }

    @ParameterizedTest
    @CsvSource({"[]", "'{\"data\":[],\"pagination\":{\"next_cursor\":null,\"has_more\":false}}'"})
    void givenAttempts_thenAListFitsAndSoDoesAPage(String body) {
        assertThat(reports("/v1/apps/acme/webhook/attempts", body).getMessages())
                .isEmpty();
    }

    private static ApiResponse resolved(ApiResponse answer) {
        String ref = answer.get$ref();
        return ref == null ? answer : API.getComponents().getResponses().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static ValidationReport reports(String path, String body) {
        var answer = SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withBody(body)
                .build();
        return OpenApiInteractionValidator.createForSpecificationUrl(LOCATION)
                .build()
                .validateResponse(path, Request.Method.GET, answer);
    }

    private static Operation get(String path) {
        PathItem item = API.getPaths().get(path);
        return item.getGet();
    }
}
