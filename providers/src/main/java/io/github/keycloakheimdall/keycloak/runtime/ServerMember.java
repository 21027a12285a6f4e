/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * A class, method or field of the server that this JAR uses, as a line of the list that the build makes.
 *
 * @param use how it is used
 * @param owner the class, by the name that Java's reflection has for it
 * @param name of the method or field; {@code -} for a class
 * @param type the descriptor, as in bytecode; {@code -} for a class
 * @param user a class of this JAR that uses it
 * @param feature without which it need not be there, or {@code -}
 */
public record ServerMember(Use use, String owner, String name, String type, String user, String feature) {

    public enum Use {
        /** Named. */
        KNOWN,
        /** Called or extended as a class, which must not have become an interface; and the other way round. */
        CLASS,
        INTERFACE,
        /** A class of this JAR has all methods that the server's classes and interfaces want of it. */
        WHOLE,
        VIRTUAL,
        STATIC,
        SPECIAL,
        NEW,
        FIELD,
        STATIC_FIELD,
    }

    public static final String NONE = "-";

    private static final int PARTS = 6;

    public static ServerMember parse(String line) {
        String[] parts = line.split(" ");
        if (parts.length != PARTS) {
            throw new IllegalStateException("a line of keycloak-heimdall's list of members cannot be read: " + line);
        }
        return new ServerMember(Use.valueOf(parts[0]), parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    public String line() {
        return String.join(" ", use.name(), owner, name, type, user, feature);
    }

    public boolean isOptional() {
        return !feature.equals(NONE);
    }

    /**
     * Looks it up as Java does when the code that uses it is run for the first time; runs none of the server's code.
     */
    public boolean isThere(ClassLoader loader) {
        try {
            find(loader);
            return true;
        } catch (ReflectiveOperationException | LinkageError | TypeNotPresentException missing) {
            return false;
        }
    }

    private void find(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> of = Class.forName(owner, false, loader);
        switch (use) {
            case KNOWN -> {}
            case CLASS -> requireInterface(of, false);
            case INTERFACE -> requireInterface(of, true);
            case WHOLE -> requireWhole(of);
            default ->
                find(of, MethodHandles.privateLookupIn(Class.forName(user, false, loader), MethodHandles.lookup()));
        }
    }

    private void find(Class<?> of, Lookup at) throws ReflectiveOperationException {
        ClassLoader loader = at.lookupClass().getClassLoader();
        switch (use) {
            case STATIC -> at.findStatic(of, name, MethodType.fromMethodDescriptorString(type, loader));
            case SPECIAL ->
                at.findSpecial(of, name, MethodType.fromMethodDescriptorString(type, loader), at.lookupClass());
            case NEW -> findConstructor(of, MethodType.fromMethodDescriptorString(type, loader));
            case FIELD -> at.findGetter(of, name, fieldType(loader));
            case STATIC_FIELD -> at.findStaticGetter(of, name, fieldType(loader));
            default -> at.findVirtual(of, name, MethodType.fromMethodDescriptorString(type, loader));
        }
    }

    /** One that is protected is open to classes that extend it alone, which no look-up can be told. */
    private static void findConstructor(Class<?> of, MethodType type) throws ReflectiveOperationException {
        Lookup all = MethodHandles.privateLookupIn(of, MethodHandles.lookup());
        int modifiers = all.revealDirect(all.findConstructor(of, type)).getModifiers();
        if (!Modifier.isPublic(modifiers) && !Modifier.isProtected(modifiers)) {
            throw new IllegalAccessException(of.getName());
        }
    }

    private Class<?> fieldType(ClassLoader loader) {
        return MethodType.fromMethodDescriptorString("()" + type, loader).returnType();
    }

    private static void requireInterface(Class<?> type, boolean expected) {
        if (type.isInterface() != expected) {
            throw new IncompatibleClassChangeError(type.getName());
        }
    }

    private static void requireWhole(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers())) {
                throw new AbstractMethodError(method.toString());
            }
        }
    }

    /** As somebody reads it who looks for it in Keycloak. */
    @Override
    public String toString() {
        return name.equals(NONE) ? owner : owner + '.' + name + type;
    }
}
