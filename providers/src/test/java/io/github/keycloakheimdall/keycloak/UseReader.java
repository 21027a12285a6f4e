/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import io.github.keycloakheimdall.keycloak.runtime.ServerMember;
import io.github.keycloakheimdall.keycloak.runtime.ServerMember.Use;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Reads what a class uses of its server: of all that is neither Java's nor the JAR's own. */
final class UseReader extends ClassRemapper {

    /** Of the build alone: what the OpenAPI document is made by. */
    private static final List<String> OF_THE_BUILD =
            List.of(OwnClasses.PACKAGE + "DocumentedDoors", OwnClasses.PACKAGE + "DocumentedConstraints");

    private final Found found;

    private UseReader(Found found) {
        super(Opcodes.ASM9, new Whole(), found);
        this.found = found;
    }

    static List<ServerMember> uses(ClassReader reader, OwnClasses own) {
        String name = reader.getClassName();
        if (OF_THE_BUILD.stream().anyMatch(built -> name.equals(built) || name.startsWith(built + '$'))) {
            return List.of();
        }
        Found found = new Found(name, own);
        reader.accept(new UseReader(found), ClassReader.SKIP_DEBUG);
        return found.members();
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        found.extended(access, parent, interfaces);
        super.visit(version, access, name, null, parent, interfaces);
    }

    /** Who lies in whom is not asked when code runs. */
    @Override
    public void visitInnerClass(String name, String outer, String inner, int access) {}

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
        MethodVisitor types = super.visitMethod(access, name, type, null, thrown);
        return new MethodVisitor(Opcodes.ASM9, types) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
                found.called(opcode, owner, name, type, isInterface);
                super.visitMethodInsn(opcode, owner, name, type, isInterface);
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String name, String type) {
                boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
                found.member(isStatic ? Use.STATIC_FIELD : Use.FIELD, owner, name, type);
                super.visitFieldInsn(opcode, owner, name, type);
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String type, Handle maker, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof Handle handle) {
                        found.referred(handle);
                    }
                }
                super.visitInvokeDynamicInsn(name, type, maker, arguments);
            }
        };
    }

    /** Goes into each method: a part that nobody wants to hear of is left out, with all that it names. */
    private static final class Whole extends ClassVisitor {

        Whole() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {};
        }
    }

    /** Sees the name of every class that bytecode names. */
    private static final class Found extends Remapper {

        private final String user;
        private final String feature;
        private final OwnClasses own;
        private final List<ServerMember> members = new ArrayList<>();

        Found(String user, OwnClasses own) {
            super(Opcodes.ASM9);
            this.user = user;
            this.own = own;
            this.feature = own.feature(user);
        }

        List<ServerMember> members() {
            return members;
        }

        @Override
        public String map(String name) {
            add(Use.KNOWN, name, ServerMember.NONE, ServerMember.NONE);
            return name;
        }

        void extended(int access, String parent, String... interfaces) {
            add(Use.CLASS, parent, ServerMember.NONE, ServerMember.NONE);
            for (String type : interfaces) {
                add(Use.INTERFACE, type, ServerMember.NONE, ServerMember.NONE);
            }
            if (own.inheritsFromServer(user) && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0) {
                members.add(new ServerMember(
                        Use.WHOLE, dotted(user), ServerMember.NONE, ServerMember.NONE, dotted(user), feature));
            }
        }

        void called(int opcode, String owner, String name, String type, boolean isInterface) {
            add(isInterface ? Use.INTERFACE : Use.CLASS, owner, ServerMember.NONE, ServerMember.NONE);
            if (opcode == Opcodes.INVOKESTATIC) {
                member(Use.STATIC, owner, name, type);
            } else if (opcode == Opcodes.INVOKESPECIAL) {
                member(name.equals("<init>") ? Use.NEW : Use.SPECIAL, owner, name, type);
            } else {
                member(Use.VIRTUAL, owner, name, type);
            }
        }

        void referred(Handle to) {
            switch (to.getTag()) {
                case Opcodes.H_INVOKESTATIC ->
                    called(Opcodes.INVOKESTATIC, to.getOwner(), to.getName(), to.getDesc(), to.isInterface());
                case Opcodes.H_NEWINVOKESPECIAL, Opcodes.H_INVOKESPECIAL ->
                    called(Opcodes.INVOKESPECIAL, to.getOwner(), to.getName(), to.getDesc(), to.isInterface());
                default -> called(Opcodes.INVOKEVIRTUAL, to.getOwner(), to.getName(), to.getDesc(), to.isInterface());
            }
        }

        void member(Use use, String owner, String name, String type) {
            if (own.inherits(owner, name, type)) {
                members.add(new ServerMember(use, dotted(owner), name, type, dotted(user), feature));
            } else {
                add(use, owner, name, type);
            }
        }

        private void add(Use use, String owner, String name, String type) {
            if (OwnClasses.isOfTheServer(owner)) {
                members.add(new ServerMember(use, dotted(owner), name, type, dotted(user), feature));
            }
        }

        private static String dotted(String name) {
            return name.replace('/', '.');
        }
    }
}
