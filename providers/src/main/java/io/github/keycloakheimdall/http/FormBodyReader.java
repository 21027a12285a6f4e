/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a form as if it were a JSON object of strings, for the OAuth routes, where OAuth libraries send one. */
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class FormBodyReader implements MessageBodyReader<ApiRequest> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return ApiRequest.class.isAssignableFrom(type);
    }

    @Override
    public ApiRequest readFrom(
            Class<ApiRequest> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        String form = new String(JsonBodyReader.bytes(stream), StandardCharsets.UTF_8);
        ObjectNode json = Json.SNAKE_CASE.createObjectNode();
        for (String field : form.split("&")) {
            int equals = field.indexOf('=');
            String name = decode(equals < 0 ? field : field.substring(0, equals));
            if (json.has(name)) {
                throw ApiException.invalid(name, FieldFault.REPEATED, "must not be repeated");
            }
            json.put(name, equals < 0 ? "" : decode(field.substring(equals + 1)));
        }
        return JsonBodyReader.read(json, type, false, request -> List.of());
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ApiException.badRequest("The body is not a valid form");
        }
    }
}
