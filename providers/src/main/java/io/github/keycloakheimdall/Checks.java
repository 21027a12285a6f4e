/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.activity.AuditSinkCheck;
import io.github.keycloakheimdall.health.Check;
import io.github.keycloakheimdall.health.ClientCheck;
import io.github.keycloakheimdall.health.EventCheck;
import io.github.keycloakheimdall.health.FederationCheck;
import io.github.keycloakheimdall.health.LockoutCheck;
import io.github.keycloakheimdall.health.NameCheck;
import io.github.keycloakheimdall.health.OrganizationCheck;
import io.github.keycloakheimdall.health.OwnerCheck;
import io.github.keycloakheimdall.health.ProfileCheck;
import io.github.keycloakheimdall.health.ProviderFlowCheck;
import io.github.keycloakheimdall.health.RoleCheck;
import io.github.keycloakheimdall.health.ToggleCheck;
import io.github.keycloakheimdall.machine.SecretCheck;
import io.github.keycloakheimdall.mail.MailCheck;
import io.github.keycloakheimdall.webhook.WebhookCheck;
import java.util.List;

/** All that an app's health is made of: a check a line. */
final class Checks {

    static final List<Check> ALL = List.of(
            new ClientCheck(),
            new RoleCheck(),
            new OwnerCheck(),
            new ToggleCheck(),
            new EventCheck(),
            new SecretCheck(),
            new LockoutCheck(),
            new NameCheck(),
            new ProfileCheck(),
            new FederationCheck(),
            new OrganizationCheck(),
            new WebhookCheck(),
            new AuditSinkCheck(),
            new MailCheck(),
            new ProviderFlowCheck());

    private Checks() {}
}
