/* SPDX-License-Identifier: Apache-2.0 */
/** Model: API keys of an app's backend. */
package io.github.keycloakheimdall.key;
