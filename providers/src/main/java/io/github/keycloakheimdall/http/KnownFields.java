/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Holds the names of a body's fields against its record, where a field that is passed over is a policy that somebody
 * believes to be in force. The names may be written in camelCase too. Thread safe.
 */
final class KnownFields {

    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z0-9])");

    private static final ClassValue<Map<String, Field>> FIELDS = new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> type) {
            var config = Json.SNAKE_CASE.getDeserializationConfig();
            Map<String, Field> fields = new HashMap<>();
            for (BeanPropertyDefinition part :
                    config.introspect(config.constructType(type)).findProperties()) {
                Field field = new Field(part.getName(), part.getPrimaryType());
                fields.put(field.name(), field);
                fields.put(field.camelCase(), field);
            }
            return fields;
        }
    };

    private KnownFields() {}

    /** A part of a record, under the name that the API has for it. */
    private record Field(String name, JavaType type) {

        private String camelCase() {
            return NEXT_WORD.matcher(name).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
        }
    }

    /**
     * The same body with the names that its record has.
     *
     * @throws ApiException 400 that names every field which the record does not know, or which comes in both spellings
     */
    static JsonNode only(JsonNode body, Class<?> type) {
        List<FieldError> errors = new ArrayList<>();
        JsonNode known = known("", body, type, errors);
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        return known;
    }

    /** What is no object, or an object of no record such as free metadata, is left as it is. */
    private static JsonNode known(String prefix, JsonNode body, Class<?> type, List<FieldError> errors) {
        if (!body.isObject() || !type.isRecord()) {
            return body;
        }
        Map<String, Field> fields = FIELDS.get(type);
        ObjectNode known = Json.SNAKE_CASE.createObjectNode();
        body.properties().forEach(sent -> {
            String name = prefix + sent.getKey();
            Field field = fields.get(sent.getKey());
            if (field == null) {
                errors.add(new FieldError(name, FieldFault.UNKNOWN, "is not known"));
            } else if (known.has(field.name())) {
                errors.add(new FieldError(name, FieldFault.REPEATED, "must not be repeated"));
            } else {
                known.set(field.name(), value(name + '.', sent.getValue(), field.type(), errors));
            }
        });
        return known;
    }

    private static JsonNode value(String prefix, JsonNode value, JavaType type, List<FieldError> errors) {
        if (!type.isCollectionLikeType() || !value.isArray()) {
            return known(prefix, value, type.getRawClass(), errors);
        }
        ArrayNode items = Json.SNAKE_CASE.createArrayNode();
        for (int i = 0; i < value.size(); i++) {
            items.add(
                    known(prefix + i + '.', value.get(i), type.getContentType().getRawClass(), errors));
        }
        return items;
    }
}
