/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The document that the build makes of the resources: its copy in docs is fresh, and it tells what the reference tells.
 */
class OpenApiDocumentTest {

    static final Path BUILT = Path.of("target", "classes", "META-INF", "heimdall-openapi.yaml");
    private static final Path COPY = Path.of("..", "docs", "openapi.yaml");

    /** What this project answers or takes beyond the reference, on purpose. */
    private static final Set<String> EXTENSIONS = Set.of(
            "GET /v1/apps answers data.environment",
            "POST /v1/apps answers environment",
            "POST /v1/apps takes environment",
            "GET /v1/apps/{} answers environment",
            "PATCH /v1/apps/{} answers environment",
            "PATCH /v1/apps/{}/status answers environment",
            "GET /v1/apps answers data.audit_retention_days",
            "GET /v1/apps answers data.webhook_attempt_retention_days",
            "POST /v1/apps answers audit_retention_days",
            "POST /v1/apps answers webhook_attempt_retention_days",
            "GET /v1/apps/{} answers audit_retention_days",
            "GET /v1/apps/{} answers webhook_attempt_retention_days",
            "PATCH /v1/apps/{} answers audit_retention_days",
            "PATCH /v1/apps/{} answers webhook_attempt_retention_days",
            "PATCH /v1/apps/{}/status answers audit_retention_days",
            "PATCH /v1/apps/{}/status answers webhook_attempt_retention_days",
            "PATCH /v1/apps/{} takes audit_retention_days",
            "PATCH /v1/apps/{} takes webhook_attempt_retention_days",
            "GET /v1/apps/{}/permissions answers is_system",
            "POST /{}/v1/admin/permissions answers is_system",
            "POST /{}/v1/oauth/introspect answers role",
            "GET /v1/apps/{}/api-keys answers data.expires_at",
            "POST /v1/apps/{}/permissions answers is_system",
            "POST /v1/apps/{}/api-keys answers expires_at",
            "POST /v1/apps/{}/api-keys takes expires_at",
            "GET /v1/apps/{}/webhook answers dead_letter_dropped_at",
            "GET /v1/apps/{}/webhook answers dead_letter_dropped_count",
            "PUT /v1/apps/{}/webhook answers dead_letter_dropped_at",
            "PUT /v1/apps/{}/webhook answers dead_letter_dropped_count",
            "POST /v1/apps/{}/webhook/rotate-secret answers dead_letter_dropped_at",
            "POST /v1/apps/{}/webhook/rotate-secret answers dead_letter_dropped_count",
            "GET /v1/apps/{}/webhook/attempts answers response_body",
            "GET /v1/apps/{}/audit-logs takes outcome",
            "GET /v1/apps/{}/audit-logs takes since",
            "GET /v1/apps/{}/audit-logs takes until",
            "GET /v1/apps/{}/webhook/attempts takes cursor",
            "GET /v1/apps/{}/webhook/attempts takes outcome",
            "GET /v1/apps/{}/notification-settings answers mfa_code_template_name",
            "PATCH /v1/apps/{}/notification-settings answers mfa_code_template_name",
            "PATCH /v1/apps/{}/notification-settings takes mfa_code_template_name",
            "PUT /v1/apps/{}/roles/{}/permissions takes expected",
            "PUT /{}/v1/admin/roles/{}/permissions takes expected",
            "GET /{}/v1/me answers avatar_url",
            "POST /{}/v1/me/mfa/factors takes contact_id",
            "POST /{}/v1/me/mfa/factors/{}/verify takes code",
            "POST /{}/v1/users/{}/factors takes contact_id",
            "POST /{}/v1/auth/verify takes identifier",
            "POST /{}/v1/auth/verify takes password");

    /** Routes of this project alone, and those that only a newer reference has. */
    static final Set<String> ROUTES = Set.of(
            "GET /v1/apps/{}/end-user-insights",
            "GET /v1/apps/{}/end-user-insights/users/{}",
            "GET /v1/apps/{}/health",
            "GET /v1/apps/{}/notification-settings/preview",
            "GET /{}/.well-known/jwks.json",
            "GET /{}/.well-known/oauth-authorization-server",
            "GET /{}/.well-known/openid-configuration",
            "GET /{}/v1/.well-known/oauth-authorization-server",
            "GET /v1/apps/{}/audit-sink",
            "PUT /v1/apps/{}/audit-sink",
            "DELETE /v1/apps/{}/audit-sink",
            "GET /v1/apps/{}/webhook/dead-letters",
            "POST /v1/apps/{}/webhook/dead-letters/replay",
            "POST /v1/apps/{}/webhook/dead-letters/{}/replay",
            "POST /v1/apps/{}/clone",
            "PATCH /v1/apps/{}/auth-config/providers/{}",
            "POST /{}/v1/auth/mfa/send-code",
            "POST /{}/v1/me/mfa/step-up/send-code",
            "POST /{}/v1/me/avatar",
            "DELETE /{}/v1/me/avatar",
            "GET /{}/v1/avatars/{}",
            "GET /{}/v1/auth/oauth/{}/link",
            "GET /{}/v1/me/identities",
            "POST /{}/v1/me/identities",
            "POST /{}/v1/me/identities/{}",
            "POST /{}/v1/me/identities/{}/authorize",
            "DELETE /{}/v1/me/identities/{}");

    private static final Document OURS = Document.read(BUILT);
    private static final Document REFERENCE = Document.read(Contract.reference());

    @Test
    void theCopyInDocsIsFresh() throws IOException {
        assertThat(Files.readString(COPY))
                .as("docs/openapi.yaml is stale; copy %s over it", BUILT)
                .isEqualTo(Files.readString(BUILT));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givenAnOperation_thenTheReferenceHasItWithTheSameStatusesAndNames(String operation) {
        assertThat(REFERENCE.operations()).contains(operation);
        assertThat(REFERENCE.successes(operation)).containsAll(OURS.successes(operation));
        Set<String> beyond = beyond(operation, "takes", OURS.taken(operation), REFERENCE.taken(operation));
        for (String status : OURS.successes(operation)) {
            Set<String> known = REFERENCE.answered(operation, status);
            if (!known.isEmpty()) {
                beyond.addAll(beyond(operation, "answers", OURS.answered(operation, status), known));
            }
        }
        assertThat(beyond).isEmpty();
    }

    static Set<String> operations() {
        Set<String> shared = new TreeSet<>(OURS.operations());
        shared.removeAll(ROUTES);
        return shared;
    }

    private static Set<String> beyond(String operation, String verb, Set<String> ours, Set<String> known) {
        Set<String> beyond = new TreeSet<>();
        ours.stream()
                .filter(name -> !Document.covers(known, name))
                .map(name -> operation + ' ' + verb + ' ' + name)
                .filter(difference -> !EXTENSIONS.contains(difference))
                .forEach(beyond::add);
        return beyond;
    }
}
