// SPDX-License-Identifier: Apache-2.0
import type { components } from '../generated/api';

/**
 * What is wrong with a field, by the code that the API tells; `{0}` stands for its own words, where they say more than
 * the code.
 */
export const faults: Record<components['schemas']['FieldFault'], string> = {
  REQUIRED: 'fehlt',
  UNKNOWN: 'gibt es nicht ({0})',
  REPEATED: 'ist doppelt',
  WRONG_TYPE: 'ist von der falschen Art ({0})',
  OUT_OF_RANGE: 'liegt außerhalb der Grenzen ({0})',
  TOO_SHORT: 'ist zu kurz ({0})',
  TOO_LONG: 'ist zu lang ({0})',
  MALFORMED: 'hat nicht die richtige Form ({0})',
  NOT_ALLOWED: 'ist hier nicht erlaubt ({0})',
  READ_ONLY: 'lässt sich nicht ändern',
  RESERVED: 'ist für anderes reserviert ({0})',
  WRONG_CODE: 'ist nicht der richtige Code',
  LACKS_DIGIT: 'enthält zu wenige Ziffern',
  LACKS_UPPER_CASE: 'enthält zu wenige Großbuchstaben',
  LACKS_LOWER_CASE: 'enthält zu wenige Kleinbuchstaben',
  LACKS_SPECIAL: 'enthält zu wenige Sonderzeichen',
  IS_USERNAME: 'ist der Benutzername',
  CONTAINS_USERNAME: 'enthält den Benutzernamen',
  IS_EMAIL: 'ist die E-Mail-Adresse',
  USED_BEFORE: 'wurde schon einmal verwendet',
  BLACKLISTED: 'steht auf der Liste der verbotenen Passwörter',
};
