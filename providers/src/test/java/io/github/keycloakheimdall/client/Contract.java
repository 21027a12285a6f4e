/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds answers against the hosted product's OpenAPI documents, of which the resources have the shapes, without a
 * sentence. Answers of another version are no matter of these documents: {@code -Dheimdall.contract.check=false} holds
 * none against them.
 */
public final class Contract {

    private static final Path SHAPES = Path.of("src", "test", "resources", "contract");
    private static final Optional<OpenApiInteractionValidator> VALIDATOR = validator(reference());
    private static final Optional<OpenApiInteractionValidator> VALIDATOR_OF_NEXT = validator(next());

    private Contract() {}

    /** The shapes of the hosted product's document. */
    public static Path reference() {
        return SHAPES.resolve("heimdall-openapi.json");
    }

    /** The shapes of the hosted product's document after that one. */
    public static Path next() {
        return SHAPES.resolve("heimdall-openapi-2026-08.json");
    }

    /**
     * Checks the answer of a documented route: a success by its schema, a refusal by the error body. What the document
     * does not know passes.
     *
     * @param path the path behind the server's base URI, query included
     * @throws AssertionError that says what differs
     */
    static void check(Method method, String path, Response answer) {
        if (answer.statusCode() >= 400
                || VALIDATOR.isEmpty()
                || isOwnNaming(path, answer)
                || isChangedProfile(method, path)
                || isNoMatch(answer)
                || isNewerPage(path, answer)
                || isExchangedForAChallenge(path, answer)) {
            return;
        }
        var response = SimpleResponse.Builder.status(answer.statusCode());
        if (!answer.asString().isEmpty()) {
            response.withContentType(answer.contentType()).withBody(answer.asString());
        }
        ValidationReport report = (isOfNext(path, answer) ? VALIDATOR_OF_NEXT : VALIDATOR)
                .orElseThrow()
                .validateResponse(withoutQuery(path), Request.Method.valueOf(method.name()), response.build());
        if (report.hasErrors()) {
            String differences = report.getMessages().stream()
                    .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                    .map(message -> message.getKey() + ": " + message.getMessage())
                    .collect(Collectors.joining("\n"));
            throw new AssertionError(method + " " + path + " answered\n" + answer.asString() + "\n" + differences);
        }
    }

    /** Second factors are as the document has them that came after, codes by mail among them; and so are pictures. */
    private static boolean isOfNext(String path, Response answer) {
        return path.contains("/mfa/")
                || path.contains("/factors")
                || path.endsWith("/me/avatar")
                || answer.asString().contains("\"mfa_required\":true");
    }

    /** The profile is camelCase unless the app says otherwise; the document knows the other naming only. */
    private static boolean isOwnNaming(String path, Response answer) {
        return path.endsWith("/me") && answer.asString().contains("\"displayName\"");
    }

    /** The document has no body there, the guide and its successors have the profile. */
    private static boolean isChangedProfile(Method method, String path) {
        return method == Method.PATCH && path.endsWith("/me");
    }

    /**
     * The document's prose has an empty object where a code has no taker, and null where there is no webhook, which its
     * schemas do not allow.
     */
    private static boolean isNoMatch(Response answer) {
        return answer.asString().equals("{}") || answer.asString().equals("null");
    }

    /** The document knows no second factor at that route, which its successors do. */
    private static boolean isExchangedForAChallenge(String path, Response answer) {
        return path.endsWith("/auth/oauth/exchange") && answer.asString().contains("\"mfa_required\":true");
    }

    /** The document knows a bare list of attempts, its successor a page. */
    private static boolean isNewerPage(String path, Response answer) {
        return path.contains("/webhook/attempts?") && answer.asString().startsWith("{");
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        return plain.startsWith("/realms/") ? plain.substring("/realms".length()) : plain;
    }

    private static Optional<OpenApiInteractionValidator> validator(Path document) {
        if (!Boolean.parseBoolean(System.getProperty("heimdall.contract.check", "true"))) {
            return Optional.empty();
        }
        return Optional.of(OpenApiInteractionValidator.createForSpecificationUrl(
                        document.toAbsolutePath().normalize().toString())
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.path.missing", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.operation.notAllowed", ValidationReport.Level.IGNORE)
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .build())
                .build());
    }
}
