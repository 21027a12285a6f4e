/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import io.github.keycloakheimdall.http.ApiResponse;

record AddedMember(MemberResponse membership, String accountId, boolean createdAccount) implements ApiResponse {}
