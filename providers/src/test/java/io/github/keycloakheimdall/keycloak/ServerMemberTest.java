/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.keycloak.runtime.ServerMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member is looked for as Java looks for it when the code that uses it runs. */
final class ServerMemberTest {

    private static final String USER = ServerMemberTest.class.getName();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KNOWN java.lang.Runnable - -",
                "INTERFACE java.lang.Runnable - -",
                "CLASS java.lang.Thread - -",
                "VIRTUAL java.util.List size ()I",
                "VIRTUAL java.util.ArrayList size ()I",
                "VIRTUAL java.util.ArrayList hashCode ()I",
                "STATIC java.util.List of ()Ljava/util/List;",
                "NEW org.keycloak.storage.StorageId <init> (Ljava/lang/String;)V",
                "NEW com.fasterxml.jackson.core.type.TypeReference <init> ()V",
                "STATIC_FIELD java.lang.Integer MAX_VALUE I",
                "WHOLE java.util.ArrayList - -"
            })
    void givenWhatIsThere_whenLookingItUp_thenItIs(String member) {
        assertThat(isThere(member)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KNOWN java.lang.Runner - -",
                "INTERFACE java.lang.Thread - -",
                "CLASS java.lang.Runnable - -",
                "VIRTUAL java.util.List size ()J",
                "VIRTUAL java.util.List length ()I",
                "VIRTUAL java.util.List of ()Ljava/util/List;",
                "VIRTUAL java.util.List add (Lorg/nobody/Type;)Z",
                "STATIC java.util.List size ()I",
                "NEW org.keycloak.storage.StorageId <init> (J)V",
                "FIELD java.lang.Integer MAX_VALUE I",
                "STATIC_FIELD java.lang.Integer MAX_VALUE J",
                "WHOLE java.util.AbstractList - -"
            })
    void givenWhatIsNotThereInThatForm_whenLookingItUp_thenItIsNot(String member) {
        assertThat(isThere(member)).isFalse();
    }

    @Test
    void givenALineOfTheList_whenReadAndWritten_thenTheSame() {
        String line = "VIRTUAL java.util.List size ()I " + USER + " ORGANIZATION_GROUPS";

        assertThat(ServerMember.parse(line).line()).isEqualTo(line);
        assertThat(ServerMember.parse(line).isOptional()).isTrue();
        assertThat(ServerMember.parse(line)).hasToString("java.util.List.size()I");
    }

    @Test
    void givenManyMissing_whenRefusing_thenTheFirstAreNamedAndWhatToDo() {
        assertThat(ServerFit.refusal("26.2.5", java.util.Collections.nCopies(12, "org.keycloak.Gone")))
                .contains(
                        "Keycloak 26.2.5",
                        "org.keycloak.Gone",
                        "and 2 more",
                        "providers/",
                        "one of Keycloak 26.4, 26.5, 26.6, 26.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.4.0", "26.5.6", "26.6.4", "26.7.5", "26.7"})
    void givenAVersionOfATestedLine_whenAsked_thenItIs(String version) {
        assertThat(TestedKeycloaks.contain(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.8.0", "26.3.1", "26.70.1", "27.0.0", "999.0.0-SNAPSHOT"})
    void givenAnyOther_whenAsked_thenItIsNot(String version) {
        assertThat(TestedKeycloaks.contain(version)).isFalse();
    }

    private static boolean isThere(String member) {
        return ServerMember.parse(member + ' ' + USER + " -").isThere(ServerMemberTest.class.getClassLoader());
    }
}
