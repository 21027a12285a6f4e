/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

/**
 * Wrong codes that are put up with: so much at once, and so much again over each period.
 *
 * @param periodMillis how long an allowance that is used up takes to fill again
 */
record Allowance(long periodMillis) {

    /** One address: ten wrong codes, then one a minute. A user mistypes; a program needs more. */
    static final Allowance OF_ADDRESS = new Allowance(10 * 60 * 1000L);

    static final double ADDRESS_COST = 1.0 / 10;

    /** One account that is signed in: twenty wrong codes, then as many a day. */
    static final Allowance OF_ACCOUNT = new Allowance(24 * 60 * 60 * 1000L);

    static final double ACCOUNT_COST = 1.0 / 20;

    /** All of one kind together. What a wrong code costs here depends on how likely it was to be right. */
    static final Allowance OF_APP = new Allowance(24 * 60 * 60 * 1000L);

    /** Hits to be expected of a full allowance. */
    private static final double EXPECTED_HITS = 0.05;

    private static final double CODES = 1_000_000;

    /** Below this many codes, a wrong one costs no less: 500 wrong codes at once for a small app. */
    static final long FEWEST_OUTSTANDING = 100;

    /**
     * @param outstanding codes that would have been right
     * @param fewest so many at least are reckoned with
     */
    static double appCost(long outstanding, long fewest) {
        return Math.max(outstanding, fewest) / CODES / EXPECTED_HITS;
    }

    /** What is used up now. */
    double used(GuessesEntity row, long now) {
        double drained = (double) (now - row.updatedAt) / periodMillis;
        return Math.max(0, row.used - Math.max(0, drained));
    }

    /** Seconds until a cost fits in again; zero when it does now. */
    long secondsUntilFits(GuessesEntity row, double cost, long now) {
        double surplus = used(row, now) + Math.min(cost, 1) - 1;
        return surplus <= 1e-9 ? 0 : (long) Math.ceil(surplus * periodMillis / 1000);
    }

    void add(GuessesEntity row, double cost, long now) {
        row.used = used(row, now) + cost;
        row.updatedAt = now;
    }
}
