/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.RefusedBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Reads every JSON body: at most 64 KiB unless it is a {@link LargeBody}, one JSON object, of the right types, without
 * NUL, valid by the record's annotations, and at the admins' door without fields that the record does not know.
 * Anything else is refused with 400, or 413 when it is too large.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class JsonBodyReader implements MessageBodyReader<ApiRequest> {

    private static final Logger LOG = Logger.getLogger(JsonBodyReader.class);

    static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_LARGE_BYTES = 512 * 1024;

    @Context
    KeycloakSession session;

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
        int limit = type.isAnnotationPresent(LargeBody.class) ? MAX_LARGE_BYTES : MAX_BYTES;
        try {
            return read(
                    Json.SNAKE_CASE.readTree(bytes(stream, limit)),
                    type,
                    isOfPlatform(),
                    request -> request.faultsByRules(session));
        } catch (JsonProcessingException e) {
            throw WrongShape.of(e);
        }
    }

    static byte[] bytes(InputStream stream) {
        return bytes(stream, MAX_BYTES);
    }

    private static byte[] bytes(InputStream stream, int limit) {
        byte[] body = read(stream, limit + 1);
        if (body.length > limit) {
            throw RefusedBody.tooLarge();
        }
        return body;
    }

    /** Who hangs up in the middle of a body is no fault of the server's. */
    private static byte[] read(InputStream stream, int most) {
        try {
            return stream.readNBytes(most);
        } catch (IOException gone) {
            LOG.debug("A body did not arrive", gone);
            throw ApiException.badRequest("The body did not arrive");
        }
    }

    /**
     * @param strict whether an unknown field is refused; it is passed over otherwise
     * @param rules what is refused besides, asked where something is refused already
     */
    static ApiRequest read(
            @Nullable JsonNode json,
            Class<ApiRequest> type,
            boolean strict,
            Function<ApiRequest, List<FieldError>> rules) {
        if (json == null || !json.isObject()) {
            throw ApiException.badRequest("The body must be a JSON object");
        }
        refuseUnkeepable(json);
        try {
            JsonNode body = strict ? KnownFields.only(json, type) : json;
            return TypedBody.read(body, type, rules);
        } catch (JsonProcessingException e) {
            throw WrongShape.of(e);
        }
    }

    private boolean isOfPlatform() {
        return ApiPath.of(session.getContext().getHttpRequest().getUri().getPath())
                .filter(path -> path.door() != ApiPath.Door.CONSUMER)
                .isPresent();
    }

    private static void refuseUnkeepable(JsonNode json) {
        if (json.isTextual()) {
            refuseNoText(json.textValue());
        }
        if (json.isDouble() && !Double.isFinite(json.doubleValue())) {
            throw ApiException.badRequest("The body must not hold a number that is too large");
        }
        json.fieldNames().forEachRemaining(JsonBodyReader::refuseNoText);
        json.forEach(JsonBodyReader::refuseUnkeepable);
    }

    /** PostgreSQL cannot store NUL, nothing encodes half a character, and no name or password needs one. */
    static void refuseNoText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw ApiException.badRequest("The body must not hold a NUL character");
        }
        if (holdsHalfACharacter(text)) {
            throw ApiException.badRequest("The body must not hold half a character");
        }
    }

    private static boolean holdsHalfACharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
            }
        }
        return false;
    }
}
