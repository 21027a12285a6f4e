/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.github.keycloakheimdall.app.App;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;

/** What CONTRIBUTING says of how the code is built, held against the classes. */
class ArchitectureTest {

    /** So many fields a record may have before it is built in one place. */
    private static final int MANY = 8;

    /**
     * Keycloak's implementation, which changes between patch releases; its other JARs have what extensions are written
     * against.
     */
    private static final Pattern INTERNAL =
            Pattern.compile(".*/keycloak-(services|model-jpa|model-infinispan|model-storage-private)-[^/]*\\.jar.*");

    /** The list of tables is one place, and names the entity of each. */
    private static final String LIST_OF_TABLES = Layer.ROOT + ".table.OwnTables";

    /**
     * Internals that are used everywhere, each for want of another way: the admin whom Keycloak records with a deed,
     * which its API for events asks for; and the interfaces by which an extension brings tables, which are in no other
     * JAR.
     */
    private static final List<String> NO_OTHER_WAY = List.of(
            "org.keycloak.services.resources.admin.AdminAuth",
            "org.keycloak.connections.jpa.JpaConnectionProvider",
            "org.keycloak.connections.jpa.entityprovider.JpaEntityProvider",
            "org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory");

    /** What Keycloak's login page calls, and so is made of Keycloak's classes for it. */
    private static final String APPLE = Layer.ROOT + ".apple";

    private static final String KEYCLOAK = Layer.ROOT + ".keycloak..";

    private static Map<Layer, List<String>> packages;
    private static JavaClasses code;

    @BeforeAll
    static void read() throws IOException {
        packages = Layer.packages();
        code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(Layer.ROOT);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        assertThat(Layer.folders()).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                .exists());
    }

    @Test
    void everyPackageSaysWhereNullMayBe() throws IOException {
        assertThat(Layer.folders()).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                .content()
                .contains("@NullMarked\npackage "));
    }

    @Test
    void noLayerKnowsTheOnesAboveIt() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (Layer layer : Layer.values()) {
            layers = layers.layer(layer.name()).definedBy(of(layer));
        }
        for (Layer layer : Layer.values()) {
            String[] below = names(layer.ordinal());
            layers = below.length == 0
                    ? layers.whereLayer(layer.name()).mayNotAccessAnyLayer()
                    : layers.whereLayer(layer.name()).mayOnlyAccessLayers(below);
        }
        layers.ignoreDependency(name(LIST_OF_TABLES), alwaysTrue()).check(code);
    }

    @Test
    void noFeatureKnowsAnother() {
        slices().matching(Layer.ROOT + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(notOf(Layer.FEATURE), alwaysTrue())
                .ignoreDependency(alwaysTrue(), notOf(Layer.FEATURE))
                .check(code);
    }

    @Test
    void theWingsOfKeycloakStandOnEachOtherOneWay() {
        slices().matching(Layer.ROOT + ".keycloak.(*)..")
                .should()
                .beFreeOfCycles()
                .check(code);
    }

    @Test
    void onlyResourcesAndWhatStandsAroundThemKnowHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        Layer.ROOT,
                        Layer.ROOT + ".caller",
                        Layer.ROOT + ".error",
                        Layer.ROOT + ".http",
                        Layer.ROOT + ".limit",
                        KEYCLOAK,
                        APPLE)
                .and()
                .haveSimpleNameNotEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..")
                .check(code);
    }

    @Test
    void keycloaksImplementationIsCalledInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackages(KEYCLOAK, APPLE)
                .should()
                .dependOnClassesThat(describe("are Keycloak's implementation", ArchitectureTest::isInternal))
                .check(code);
    }

    @Test
    void theRuleKnowsKeycloaksImplementationWhenItSeesIt() {
        assertThat(code.that(resideInAnyPackage(KEYCLOAK)))
                .flatExtracting(JavaClass::getDirectDependenciesFromSelf)
                .extracting(Dependency::getTargetClass)
                .filteredOn(ArchitectureTest::isInternal)
                .hasSizeGreaterThan(100);
    }

    /** An app knows its session: two that do not belong together cannot be passed. */
    @Test
    void noCodeTakesASessionBesideAnApp() {
        assertThat(code).flatExtracting(JavaClass::getCodeUnits).noneMatch(unit -> unit.getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .toList()
                .containsAll(List.of(KeycloakSession.class.getName(), App.class.getName())));
    }

    /** So many arguments in a row are told apart in one place. */
    @Test
    void recordsOfManyFieldsAreBuiltByThemselvesOrByOneClass() {
        assertThat(code.that(describe("have many fields", ArchitectureTest::isLongRecord)))
                .hasSizeGreaterThan(10)
                .allSatisfy(found -> assertThat(found.getConstructorCallsToSelf())
                        .extracting(JavaConstructorCall::getOriginOwner)
                        .filteredOn(origin -> !origin.equals(found))
                        .satisfies(others -> assertThat(Set.copyOf(others)).hasSizeLessThan(2)));
    }

    private static boolean isLongRecord(JavaClass found) {
        return found.isRecord()
                && found.getConstructors().stream()
                        .anyMatch(made -> made.getRawParameterTypes().size() > MANY);
    }

    @Test
    void classesAreFinalUnlessOthersAreMadeOfThem() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotAnnotatedWith(Entity.class)
                .and(describe(
                        "are nobody's parent", found -> found.getSubclasses().isEmpty()))
                .and(describe(
                        "could be final", found -> !found.isInterface() && !found.isAnnotation() && !found.isEnum()))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(code);
    }

    private static boolean isInternal(JavaClass found) {
        return found.getSource().isPresent()
                && INTERNAL.matcher(found.getSource().get().getUri().toString()).matches()
                && !NO_OTHER_WAY.contains(found.getName());
    }

    private static String[] of(Layer layer) {
        return packages.get(layer).toArray(String[]::new);
    }

    private static String[] names(int count) {
        return Arrays.stream(Layer.values()).limit(count).map(Layer::name).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> notOf(Layer layer) {
        return DescribedPredicate.not(resideInAnyPackage(of(layer)));
    }
}
