/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

/** What a code is good for. A code of one purpose is nothing for the other. */
public enum CodePurpose {
    VERIFICATION,
    PASSWORD_RESET
}
