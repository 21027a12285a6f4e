/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A route as its annotations declare it.
 *
 * @param method the HTTP method
 * @param template the path behind {@code /v1}, with its parameters in braces
 * @param handler the Java method
 * @param pattern what a path of this route looks like
 */
public record Route(String method, String template, Method handler, Pattern pattern) {

    private static final String OURS = "io.github.keycloakheimdall.";

    static Stream<Route> below(String prefix, Class<?> resource) {
        return Arrays.stream(resource.getMethods()).flatMap(handler -> {
            Path path = handler.getAnnotation(Path.class);
            String template = path == null || path.value().isEmpty() ? prefix : prefix + '/' + path.value();
            Optional<String> method = httpMethod(handler);
            if (method.filter(HttpMethod.OPTIONS::equals).isPresent()) {
                return Stream.empty();
            }
            if (method.isPresent()) {
                return Stream.of(new Route(method.get(), template, handler, pattern(template)));
            }
            return path == null ? Stream.empty() : below(template, handler.getReturnType());
        });
    }

    /**
     * Whether the method answers requests of this extension's API; a locator only leads to such methods.
     *
     * @param method null where no method is known
     */
    public static boolean isHandler(@Nullable Method method) {
        return method != null
                && method.getDeclaringClass().getName().startsWith(OURS)
                && httpMethod(method).isPresent();
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    int parameters() {
        return (int) template.chars().filter(each -> each == '{').count();
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static Optional<String> httpMethod(Method handler) {
        return Arrays.stream(handler.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(method -> method != null)
                .map(HttpMethod::value)
                .findFirst();
    }
}
