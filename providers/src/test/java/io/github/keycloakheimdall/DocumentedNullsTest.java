/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import static io.github.keycloakheimdall.DocumentedConstraints.nameOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A part of an answer that is always there may be null in the document where it may be in the code, and nowhere else.
 */
class DocumentedNullsTest {

    /** A contact that was verified just now has a time, and a code that was sent again is one. */
    private static final Set<String> NEVER_NULL = Set.of("VerifiedContact.verifiedAt", "VerificationCode.code");

    @SuppressWarnings("rawtypes")
    private static final Map<String, Schema> SCHEMAS = new OpenAPIV3Parser()
            .read(Path.of("target", "classes", "META-INF", "heimdall-openapi.yaml")
                    .toAbsolutePath()
                    .toString())
            .getComponents()
            .getSchemas();

    @TestFactory
    Stream<DynamicTest> givenARecord_whenAPartIsAlwaysThere_thenItIsNullWhereTheCodeSaysSo() throws IOException {
        return CompiledTypes.of(CompiledTypes.folder())
                .filter(Class::isRecord)
                .filter(DocumentedNullsTest::isDocumented)
                .map(type -> DynamicTest.dynamicTest(nameOf(type), () -> assertNulls(type)));
    }

    private static boolean isDocumented(Class<?> type) {
        Schema<?> schema = SCHEMAS.get(nameOf(type));
        return schema != null
                && schema.getProperties() != null
                && Arrays.stream(type.getRecordComponents())
                        .allMatch(part -> schema.getProperties().containsKey(nameOf(part)));
    }

    private static void assertNulls(Class<?> type) {
        Schema<?> schema = SCHEMAS.get(nameOf(type));
        assertThat(type.getRecordComponents())
                .filteredOn(part ->
                        schema.getRequired() != null && schema.getRequired().contains(nameOf(part)))
                .allSatisfy(part -> assertThat(isNullable(schema.getProperties().get(nameOf(part))))
                        .as(part.getName())
                        .isEqualTo(mayBeNull(part)));
    }

    private static boolean mayBeNull(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !NEVER_NULL.contains(part.getDeclaringRecord().getSimpleName() + '.' + part.getName());
    }

    private static boolean isNullable(Schema<?> schema) {
        Schema<?> meant = schema.get$ref() == null
                ? schema
                : SCHEMAS.get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
        return Boolean.TRUE.equals(meant.getNullable());
    }
}
