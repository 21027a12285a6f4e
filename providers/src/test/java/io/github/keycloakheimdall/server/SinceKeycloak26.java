/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Leaves out, on earlier lines than 26 with that number behind it, what docs/compatibility.md says they have no means
 * for.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SinceKeycloak26.Condition.class)
public @interface SinceKeycloak26 {

    int value();

    /** Looks at the version that the run is of. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), SinceKeycloak26.class)
                    .filter(since -> KeycloakLine.isBefore26(since.value()))
                    .map(since -> ConditionEvaluationResult.disabled("Needs Keycloak 26." + since.value()))
                    .orElse(ConditionEvaluationResult.enabled("Keycloak has what it needs"));
        }
    }
}
