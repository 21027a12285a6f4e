/* SPDX-License-Identifier: Apache-2.0 */
/** Ground: requests and answers as JAX-RS has them: JSON, forms, headers, CORS. */
package io.github.keycloakheimdall.http;
