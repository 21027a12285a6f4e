/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

/** What happens when a provider's verified email belongs to an account already. */
public enum OauthLinkPolicy {
    AUTO,
    CONFIRM,
    REJECT
}
