/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A method that Keycloak's lines declare with other types, or keep to themselves.
 *
 * @param handle as this JAR calls it; null where the server has it in no form that is known
 */
public record MovedMethod(
        Class<?> of, String name, @Nullable MethodHandle handle) {

    /**
     * A form that a line has.
     *
     * @param type as in bytecode
     * @param adapted makes it what this JAR calls
     */
    public record Form(String type, UnaryOperator<MethodHandle> adapted) {}

    /** The first of the forms that the server has. */
    public static MovedMethod find(Class<?> of, String name, Form... forms) {
        return new MovedMethod(
                of,
                name,
                Arrays.stream(forms)
                        .map(form -> find(of, name, form))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** The same where the types alone differ. */
    public static MovedMethod find(Class<?> of, String name, MethodType called, String... types) {
        return find(
                of,
                name,
                Arrays.stream(types)
                        .map(type -> new Form(type, found -> found.asType(called)))
                        .toArray(Form[]::new));
    }

    /** @throws IllegalStateException where the server has it in no form that is known, which its start looks for */
    public MethodHandle required() {
        if (handle == null) {
            throw new IllegalStateException("not there: " + this);
        }
        return handle;
    }

    public boolean isThere() {
        return handle != null;
    }

    /** What a call threw, which is never a checked exception. */
    public static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown);
    }

    private static @Nullable MethodHandle find(Class<?> of, String name, Form form) {
        try {
            Lookup lookup = MethodHandles.privateLookupIn(of, MethodHandles.lookup());
            MethodType type = MethodType.fromMethodDescriptorString(form.type(), MovedMethod.class.getClassLoader());
            return form.adapted().apply(find(lookup, of, name, type));
        } catch (NoSuchMethodException | TypeNotPresentException anotherLine) {
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle find(Lookup lookup, Class<?> of, String name, MethodType type)
            throws NoSuchMethodException, IllegalAccessException {
        boolean isStatic = Arrays.stream(of.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(name)
                        && java.lang.reflect.Modifier.isStatic(method.getModifiers())
                        && Arrays.equals(method.getParameterTypes(), type.parameterArray()));
        return isStatic ? lookup.findStatic(of, name, type) : lookup.findVirtual(of, name, type);
    }

    @Override
    public String toString() {
        return of.getName() + '.' + name + ", in a form that is known";
    }
}
