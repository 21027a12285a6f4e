// SPDX-License-Identifier: Apache-2.0
import type { Act } from '../../parts/acts';
import type { Platform } from '../../shell/platform';
import { Refusal } from '../../shell/refusal';
import { text } from '../../texts/texts';

interface Realm {
  smtpServer?: Record<string, string>;
}

/** Keycloak's own test: a mail to whoever is logged in, by the mail server of the realm. */
export function testMail(platform: Platform): Act<unknown> {
  return {
    label: text('testMail'),
    done: () => text('testMailSent'),
    ask: () => ({
      title: text('testMailAsked'),
      help: text('testMailHelp'),
      submit: text('testMail'),
      run: async () => {
        const { smtpServer } = await platform.keycloak<Realm>('get', '', 'view-realm');
        if (!smtpServer?.host) {
          throw new Error(text('noMailServer'));
        }
        try {
          await platform.keycloak('post', '/testSMTPConnection', 'manage-realm', smtpServer);
        } catch (error) {
          throw error instanceof Refusal && error.status >= 500
            ? new Error(`${text('testMailFailed')} ${error.message}`)
            : error;
        }
      },
    }),
  };
}
