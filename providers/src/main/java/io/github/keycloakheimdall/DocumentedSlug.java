/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Declares the path parameter {@code slug} in the OpenAPI document, which is no valid document without it. The build's
 * scanner sees the parameters of the class that declares a locator alone, and {@link RootPath} inherits its locators.
 * Only the build calls it.
 */
public final class DocumentedSlug implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/{slug}/")) {
                item.addParameter(OASFactory.createParameter()
                        .name("slug")
                        .in(Parameter.In.PATH)
                        .required(true)
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
            }
        });
    }
}
