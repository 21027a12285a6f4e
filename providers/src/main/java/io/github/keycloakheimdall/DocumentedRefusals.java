/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.error.ErrorCodes;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.ApiPath;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What a refusal looks like: one body for programs, and a few lines of text where a browser shows them to a user. */
final class DocumentedRefusals {

    static final String REFUSED = "Refused";

    /** Refused for a while, or the database is away. */
    static final String NOT_NOW = "NotNow";

    static final String FAILED = "Failed";
    private static final String TO_BROWSERS = "ToBrowsers";
    private static final String TEXT = ". In plain text to a browser, which asks for HTML";

    private static final String ERROR = "ErrorBody";
    private static final String FIELD_ERROR = "FieldError";
    private static final String FIELD_FAULT = "FieldFault";

    private DocumentedRefusals() {}

    /** Adds the bodies, and the answers that any operation may give. */
    static void describe(Components components) {
        components.addSchema(ERROR, error());
        components.addSchema(FIELD_ERROR, fieldError());
        components.addSchema(FIELD_FAULT, fieldFault());
        addAnswer(
                components,
                REFUSED,
                refusal("Refused, and nothing was done; but a signup or an accepted invite that answers"
                        + " `ACTION_REQUIRED` has made the account"));
        addAnswer(
                components,
                NOT_NOW,
                DocumentedHeaders.addRetryAfter(
                        refusal("Refused for now, and nothing was done; or, with 503 and without a"
                                + " `code`, the database is away, and it may have been done or not")));
        addAnswer(components, FAILED, refusal("Failed; it may have been done or not"));
    }

    /** Whether users' browsers go there. The path reads like one of a request, with names where that has values. */
    static boolean isForBrowsers(String path) {
        return ApiPath.of(path).filter(ApiPath::isForBrowsers).isPresent();
    }

    /** The answer of an operation with that path. */
    static APIResponse of(String path, String status, String description) {
        APIResponse answer = refusal(description);
        if (DocumentedStatuses.LATER.contains(status)) {
            DocumentedHeaders.addRetryAfter(answer);
        }
        return isForBrowsers(path) ? alsoAsText(answer) : answer;
    }

    /** The answer that operations share, to one with that path. */
    static APIResponse shared(String path, String name) {
        return OASFactory.createAPIResponse().ref(isForBrowsers(path) ? name + TO_BROWSERS : name);
    }

    private static void addAnswer(Components components, String name, APIResponse answer) {
        APIResponse toBrowsers = refusal(answer.getDescription() + TEXT).headers(answer.getHeaders());
        components.addResponse(name, answer);
        components.addResponse(name + TO_BROWSERS, alsoAsText(toBrowsers));
    }

    private static APIResponse refusal(String description) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(ERROR)));
        return OASFactory.createAPIResponse().description(description).content(content);
    }

    private static APIResponse alsoAsText(APIResponse answer) {
        answer.getContent()
                .addMediaType("text/plain", OASFactory.createMediaType().schema(of(Schema.SchemaType.STRING)));
        return answer;
    }

    private static Schema fieldError() {
        return of(Schema.SchemaType.OBJECT)
                .addProperty("field", of(Schema.SchemaType.STRING))
                .addProperty("code", OASFactory.createSchema().ref(FIELD_FAULT))
                .addProperty("reason", of(Schema.SchemaType.STRING).description("In English, for whoever reads it"))
                .addRequired("field")
                .addRequired("code")
                .addRequired("reason");
    }

    private static Schema fieldFault() {
        return of(Schema.SchemaType.STRING)
                .description("What is wrong with a field, as a program tells it")
                .enumeration(
                        Stream.of(FieldFault.values()).<Object>map(Enum::name).toList());
    }

    /** No `enum`: a generated client refuses what is none of one, and a later version may have further codes. */
    private static Schema code() {
        Schema code = of(Schema.SchemaType.STRING)
                .description("A word for programs, where refusals of one status have to be told apart;"
                        + " a later version may have further ones");
        code.addExtension("x-extensible-enum", ErrorCodes.ALL);
        return code;
    }

    private static Schema error() {
        return of(Schema.SchemaType.OBJECT)
                .addProperty("statusCode", of(Schema.SchemaType.INTEGER).format("int32"))
                .addProperty("message", of(Schema.SchemaType.STRING))
                .addProperty("code", code())
                .addProperty(
                        "errors",
                        of(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(FIELD_ERROR)))
                .addProperty(
                        "actions",
                        of(Schema.SchemaType.ARRAY)
                                .items(of(Schema.SchemaType.STRING))
                                .description("What the user has to do first"))
                .addRequired("statusCode")
                .addRequired("message");
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
