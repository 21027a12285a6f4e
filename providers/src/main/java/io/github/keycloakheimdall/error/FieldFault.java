/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

/**
 * What is wrong with a field, as a program tells it; answers have the name as it is here. The list is part of the API:
 * a client that has words for each has words for every refused field.
 */
public enum FieldFault {

    /** It is missing, null, empty or blank, and has to be there. */
    REQUIRED,

    /** There is no such thing: no such field, or what it names is none of those that there are. */
    UNKNOWN,

    /** It is given more often than once. */
    REPEATED,

    /** It is of another type, such as a number where a text belongs. */
    WRONG_TYPE,

    /** A number, a time or a count is below the least or above the most. */
    OUT_OF_RANGE,

    /** It has fewer characters, or entries, than it must. */
    TOO_SHORT,

    /** It has more characters, or entries, than it may. */
    TOO_LONG,

    /** It has not the form of what it should be: an email, a phone number, a date, a URL, a slug. */
    MALFORMED,

    /** It is well formed and known, and not permitted here, or not together with the rest. */
    NOT_ALLOWED,

    /** It is not for the caller to change. */
    READ_ONLY,

    /** It is a name that is kept for something else. */
    RESERVED,

    /** It is not the code that was mailed, or that the authenticator shows. */
    WRONG_CODE,

    /** A password without a digit, or with too few. */
    LACKS_DIGIT,

    /** A password without an upper case letter, or with too few. */
    LACKS_UPPER_CASE,

    /** A password without a lower case letter, or with too few. */
    LACKS_LOWER_CASE,

    /** A password without a special character, or with too few. */
    LACKS_SPECIAL,

    /** A password that is the username. */
    IS_USERNAME,

    /** A password that has the username in it. */
    CONTAINS_USERNAME,

    /** A password that is the email. */
    IS_EMAIL,

    /** A password that the user had before. */
    USED_BEFORE,

    /** A password that is on a list of bad ones. */
    BLACKLISTED
}
