/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

/** A mail as it is sent, in both of its forms. */
public record WrittenMail(String subject, String text, String html) {}
