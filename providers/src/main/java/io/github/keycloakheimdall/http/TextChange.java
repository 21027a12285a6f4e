/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A text of a PATCH that JSON's null clears. A field that the body leaves out is read as Java's null, one that it
 * clears as a change to nothing.
 */
@Schema(type = SchemaType.STRING, nullable = true)
@JsonDeserialize(using = TextChange.Reader.class)
public final class TextChange {

    private final @Nullable String value;

    private TextChange(@Nullable String value) {
        this.value = value;
    }

    /** The new text; empty if the old one is to go. */
    public Optional<String> to() {
        return Optional.ofNullable(value);
    }

    static final class Reader extends StdDeserializer<TextChange> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(TextChange.class);
        }

        @Override
        public TextChange deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (TextChange) context.handleUnexpectedToken(TextChange.class, parser);
            }
            return new TextChange(parser.getText());
        }

        @Override
        public TextChange getNullValue(DeserializationContext context) {
            return new TextChange(null);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
