/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers of answers that programs go by. */
final class DocumentedHeaders {

    private DocumentedHeaders() {}

    /** When to come again, where the answer knows. */
    static APIResponse addRetryAfter(APIResponse answer) {
        Schema seconds =
                OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).format("int32");
        return answer.addHeader("Retry-After", header("When to try again, in seconds; not in every answer", seconds));
    }

    /** Where a browser goes. */
    static void addLocation(APIResponse redirect) {
        Schema place =
                OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("uri");
        redirect.addHeader("Location", header("Where the browser goes", place).required(true));
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }
}
