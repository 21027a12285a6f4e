// SPDX-License-Identifier: Apache-2.0
// What a user reads of a refusal. The API's own words, `message` and `reason`, are English for developers, and may
// change.
const FIELDS = {
  username: 'The username',
  email: 'The email',
  password: 'The password',
  new_password: 'The password',
  identifier: 'The username or email',
  code: 'The code',
};

// The rest of them is in docs/api.md.
const FAULTS = {
  REQUIRED: 'is missing',
  TOO_SHORT: 'is too short',
  TOO_LONG: 'is too long',
  MALFORMED: 'is not valid',
  RESERVED: 'is not available',
  WRONG_CODE: 'is wrong',
  LACKS_DIGIT: 'needs a digit',
  LACKS_UPPER_CASE: 'needs an upper case letter',
  LACKS_LOWER_CASE: 'needs a lower case letter',
  LACKS_SPECIAL: 'needs a special character',
  IS_USERNAME: 'must not be the username',
  CONTAINS_USERNAME: 'must not contain the username',
  IS_EMAIL: 'must not be the email',
  USED_BEFORE: 'was used before',
  BLACKLISTED: 'is too easy to guess',
};

const CODES = {
  ACTION_REQUIRED: 'Your account has something to complete first. Ask its admin.',
  ENVOI_DISPATCH_FAILED: 'The mail could not be sent. Try again later.',
};

const STATUSES = {
  401: 'That did not match.',
  403: 'That is not permitted.',
  404: 'This code is not known. See that the link is whole, or ask for a new one.',
  409: 'This username or email is taken.',
  410: 'This code does not hold any more. Ask for a new one.',
  429: 'Too many tries. Wait a while.',
};

/** @param {{status: number, answer: {code?: string, errors?: {field: string, code: string}[]} | null}} result */
export function ofRefusal({ status, answer }) {
  return (
    answer?.errors?.map(({ field, code }) => `${FIELDS[field] ?? field} ${FAULTS[code] ?? 'will not do'}.`).join(' ') ??
    CODES[answer?.code] ??
    STATUSES[status] ??
    'Try again later.'
  );
}
