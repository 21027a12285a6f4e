/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Which refusals an operation may answer beyond those that have words. Each status stands for itself: of {@code 4XX}
 * generators of TypeScript make what does not compile, and of {@code default} that of Python makes nothing.
 */
final class DocumentedStatuses {

    /** Those that say when to come again. */
    static final Set<String> LATER = Set.of("429", "503");

    private static final String FAILED = "500";

    /** Refusals of any request: one without a host, one by HTTP, or of an app that is suspended; and what fails. */
    private static final Set<String> ANY = Set.of("400", "403", FAILED, "503");

    private DocumentedStatuses() {}

    /**
     * Adds them, and puts all in order.
     *
     * @param limited whether addresses may call it so often a minute
     */
    static void complete(HttpMethod method, String path, Operation operation, boolean limited) {
        Map<String, APIResponse> answers =
                new TreeMap<>(operation.getResponses().getAPIResponses());
        for (String status : of(method, path, operation, limited)) {
            answers.computeIfAbsent(status, known -> DocumentedRefusals.shared(path, nameOf(known)));
        }
        answers.forEach((status, answer) -> {
            if (status.startsWith("3")) {
                DocumentedHeaders.addLocation(answer);
            }
        });
        operation.getResponses().setAPIResponses(answers);
    }

    private static Set<String> of(HttpMethod method, String path, Operation operation, boolean limited) {
        Set<String> statuses = new TreeSet<>(ANY);
        if (!operation.getSecurity().isEmpty()) {
            statuses.add("401");
        }
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (method != HttpMethod.GET) {
            statuses.add("409");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of("413", "415"));
        }
        if (limited) {
            statuses.add("429");
        }
        return statuses;
    }

    private static String nameOf(String status) {
        if (LATER.contains(status)) {
            return DocumentedRefusals.NOT_NOW;
        }
        return status.equals(FAILED) ? DocumentedRefusals.FAILED : DocumentedRefusals.REFUSED;
    }
}
