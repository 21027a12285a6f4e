/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

/**
 * A key that was just made.
 *
 * @param raw the secret, which nothing can show again
 */
public record NewApiKey(ApiKey key, String raw) {}
