/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

/** Whether an app serves its users; the realm attribute {@code heimdall.status}. */
public enum AppStatus {
    ACTIVE,
    SUSPENDED,
    ARCHIVED
}
