/* SPDX-License-Identifier: Apache-2.0 */
/** Feature: second factors that users set up and prove, and that others take away. */
package io.github.keycloakheimdall.factors;
