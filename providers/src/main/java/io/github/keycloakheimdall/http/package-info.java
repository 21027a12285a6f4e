/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: requests and answers as JAX-RS has them: JSON, forms, headers, CORS. */
@NullMarked
package io.github.keycloakheimdall.http;

import org.jspecify.annotations.NullMarked;
