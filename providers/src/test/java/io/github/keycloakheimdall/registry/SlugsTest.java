/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @ParameterizedTest
    @ValueSource(strings = {"master", "realms", "admin", "0f0e0d0c-0b0a-0908-0706-050403020100"})
    void givenASlugThatNoAppCanHave_thenTheRequestSaysSoByItself(String slug) {
        assertThat(new CreateAppRequest(slug, "Acme", "w1", null).faults())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("slug", FieldFault.RESERVED));
        assertThat(new CloneAppRequest(slug, "staging", null, null).faults()).hasSize(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"acme", "Master!"})
    void givenAnyOther_thenNothingIsSaidBeyondItsShape(String slug) {
        assertThat(new CreateAppRequest(slug, "Acme", "w1", null).faults()).isEmpty();
    }
}
