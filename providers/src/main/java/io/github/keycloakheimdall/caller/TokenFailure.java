/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

/** Why a token does not hold, in the words that {@code /verify} answers with. */
public enum TokenFailure {
    /** Not a token of this app at all. */
    TOKEN_INVALID,
    /** This app's, and past its time. */
    TOKEN_EXPIRED,
    /** Called back: its session ended, or its client is gone or switched off. */
    TOKEN_REVOKED,
    /** Its user may not come in any more. */
    ACCOUNT_SUSPENDED
}
