/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

/** How often a minute an address may do what; 0 is as often as it likes. */
public record RateLimits(int signup, int signin, int refresh, int codes, int token) {}
