/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import io.github.keycloakheimdall.keycloak.runtime.ServerMembers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks up what the JAR uses of its server among the JARs of another Keycloak than the one it is compiled against. */
final class LinkCheck {

    private LinkCheck() {}

    /** What is missing there, as the JAR itself finds it at a server's start. */
    static Found with(Path classes, Collection<Path> jars) throws IOException {
        URL[] path = Stream.concat(Stream.of(classes), jars.stream())
                .map(LinkCheck::url)
                .toArray(URL[]::new);
        try (URLClassLoader server = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Class<?> members = server.loadClass(ServerMembers.class.getName());
            return new Found(
                    words(server.loadClass(ServerFit.class.getName()).getMethod("missing"), null),
                    new TreeSet<>(words(
                            members.getMethod("lacking"),
                            members.getMethod("ofThisServer").invoke(null))));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> words(Method question, Object asked) throws ReflectiveOperationException {
        return ((Collection<?>) question.invoke(asked))
                .stream().map(String::valueOf).toList();
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was found out.
     *
     * @param missing without which the JAR does not start
     * @param lacking features that the JAR does without
     */
    record Found(List<String> missing, Collection<String> lacking) {}
}
