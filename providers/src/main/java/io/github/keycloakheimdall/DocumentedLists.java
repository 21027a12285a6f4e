/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Gives answers that are bare lists a schema of their own, by which generators name a type. */
final class DocumentedLists {

    private static final String LIST = "List";

    private DocumentedLists() {}

    static void describe(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().getMediaTypes().values().stream())
                .filter(type -> isList(type.getSchema()))
                .forEach(type -> name(type, document));
    }

    private static boolean isList(@Nullable Schema schema) {
        return schema != null && schema.getItems() != null && schema.getItems().getRef() != null;
    }

    private static void name(MediaType type, OpenAPI document) {
        Schema list = type.getSchema();
        String entry = list.getItems().getRef();
        String name = entry.substring(entry.lastIndexOf('/') + 1) + LIST;
        document.getComponents().addSchema(name, list);
        type.setSchema(OASFactory.createSchema().ref(name));
    }
}
