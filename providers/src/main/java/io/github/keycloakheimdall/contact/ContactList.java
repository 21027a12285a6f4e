/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;

/** A user's contacts, all of them. */
record ContactList(List<Contact> data) implements ApiResponse {}
