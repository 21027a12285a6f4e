/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import io.github.keycloakheimdall.keycloak.runtime.ServerMember;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.keycloak.models.GroupModel;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RealmModelDelegate;
import org.keycloak.storage.ReadOnlyException;
import org.objectweb.asm.ClassReader;

/** Bytecode shows each way in which a class can use another. */
final class UseReaderTest {

    @Test
    void givenAClass_whenReading_thenAllThatItUsesOfTheServer() throws IOException {
        assertThat(uses(Using.class))
                .contains(
                        "CLASS org.keycloak.models.utils.RealmModelDelegate - -",
                        "NEW org.keycloak.models.utils.RealmModelDelegate <init> (Lorg/keycloak/models/RealmModel;)V",
                        "VIRTUAL " + Using.class.getName() + " isBruteForceProtected ()Z",
                        "SPECIAL org.keycloak.models.utils.RealmModelDelegate getName ()Ljava/lang/String;",
                        "INTERFACE org.keycloak.models.UserModel - -",
                        "VIRTUAL org.keycloak.models.UserModel getUsername ()Ljava/lang/String;",
                        "VIRTUAL org.keycloak.models.UserModel getEmail ()Ljava/lang/String;",
                        "STATIC_FIELD org.keycloak.models.UserModel$RequiredAction UPDATE_PASSWORD"
                                + " Lorg/keycloak/models/UserModel$RequiredAction;",
                        "KNOWN org.keycloak.storage.ReadOnlyException - -",
                        "KNOWN org.keycloak.models.ModelDuplicateException - -",
                        "KNOWN org.keycloak.models.GroupModel - -",
                        "KNOWN org.jboss.logging.Logger - -",
                        "WHOLE " + Using.class.getName() + " - -")
                .noneMatch(use -> use.contains(" java.") || use.contains(" " + Function.class.getName()));
    }

    @Test
    void givenAClassThatNeedsAFeature_whenReading_thenWhatItAndItsPartsUseIsOptional() throws IOException {
        assertThat(members(Featured.Part.class)).isNotEmpty().allMatch(member -> member.feature()
                .equals("ORGANIZATION_GROUPS"));
    }

    private static Stream<String> uses(Class<?> type) throws IOException {
        return members(type).stream().map(member -> member.line().replaceAll(" \\S+ -$", ""));
    }

    private static List<ServerMember> members(Class<?> type) throws IOException {
        List<ClassReader> all = List.of(reader(Using.class), reader(Featured.class), reader(Featured.Part.class));
        return UseReader.uses(reader(type), new OwnClasses(all));
    }

    private static ClassReader reader(Class<?> type) throws IOException {
        return new ClassReader(type.getName());
    }

    private static final class Using extends RealmModelDelegate {

        private Logger log;

        Using(RealmModel realm) {
            super(realm);
        }

        @Override
        public String getName() {
            return isBruteForceProtected() ? super.getName() : String.valueOf(log);
        }

        Object call(UserModel user, Object[] others) {
            Function<UserModel, String> email = UserModel::getEmail;
            try {
                user.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
                return others[0] instanceof ReadOnlyException ? user.getUsername() : email.apply(user);
            } catch (ModelDuplicateException e) {
                return GroupModel.class;
            }
        }
    }

    @Needs(Feature.ORGANIZATION_GROUPS)
    private static final class Featured {

        static final class Part {

            static String name(GroupModel group) {
                return group.getName();
            }
        }
    }
}
