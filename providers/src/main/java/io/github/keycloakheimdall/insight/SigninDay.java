/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.insight;

import java.time.LocalDate;

/**
 * The sign-ins of a day.
 *
 * @param day in UTC, such as {@code 2026-11-26}
 */
record SigninDay(String day, long succeeded, long failed) {

    static SigninDay of(LocalDate day, long succeeded, long failed) {
        return new SigninDay(day.toString(), succeeded, failed);
    }
}
