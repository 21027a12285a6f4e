/* SPDX-License-Identifier: Apache-2.0 */
/** Service: invites to an app, and how they are made and accepted. */
package io.github.keycloakheimdall.invite;
