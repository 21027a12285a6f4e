/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** First and last name, which name whoever has no display name. */
public final class FullName {

    private FullName() {}

    /** The two, of which either may be missing; null when both are. */
    public static @Nullable String of(@Nullable String firstName, @Nullable String lastName) {
        String name = Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    /** That display name, or first and last name for whoever has none; null when there is neither. */
    public static @Nullable String unless(@Nullable String displayName, String firstName, String lastName) {
        return displayName == null ? of(firstName, lastName) : displayName;
    }

    /** The same in a query, near enough to be searched in. */
    static Expression<String> in(CriteriaBuilder build, From<?, ?> user) {
        Expression<String> first = build.coalesce(user.get("firstName"), "");
        Expression<String> last = build.coalesce(user.get("lastName"), "");
        return build.concat(build.concat(first, " "), last);
    }
}
