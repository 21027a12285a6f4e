/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which methods of the extension call which, whatever they call on the way; overridden ones are not followed. */
public final class CallGraph {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Layer.ROOT);

    private CallGraph() {}

    /** Whether the method calls one of that class, itself or by others. */
    public static boolean reaches(Method from, Class<?> target) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> left = new ArrayDeque<>();
        left.add(CLASSES.get(from.getDeclaringClass()).getMethod(from.getName(), from.getParameterTypes()));
        while (!left.isEmpty()) {
            JavaCodeUnit unit = left.pop();
            if (unit.getOwner().isEquivalentTo(target)) {
                return true;
            }
            if (seen.add(unit)) {
                called(unit).forEach(left::add);
            }
        }
        return false;
    }

    private static Stream<? extends JavaCodeUnit> called(JavaCodeUnit unit) {
        return unit.getAccessesFromSelf().stream()
                .map(JavaAccess::getTarget)
                .filter(AccessTarget.CodeUnitAccessTarget.class::isInstance)
                .map(AccessTarget.CodeUnitAccessTarget.class::cast)
                .flatMap(target -> target.resolveMember().stream())
                .filter(member -> member.getOwner().getPackageName().startsWith(Layer.ROOT));
    }
}
