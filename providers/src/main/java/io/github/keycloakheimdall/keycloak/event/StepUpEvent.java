/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

/** How the event of a login says that it is of a session which proves a second factor again. */
public final class StepUpEvent {

    /** The reason that it gives. */
    public static final String REASON = "step_up";

    /** The detail of the refusal that locked it; refusals while it is locked do not have it. */
    public static final String LOCKS = "locks";

    private StepUpEvent() {}
}
