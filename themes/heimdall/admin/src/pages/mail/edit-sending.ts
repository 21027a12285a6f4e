// SPDX-License-Identifier: Apache-2.0
import type { Act } from '../../parts/acts';
import type { Answer, Platform } from '../../shell/platform';
import { text } from '../../texts/texts';

type Settings = Answer<'/notification-settings'>;

interface Entered {
  sent: string;
  sender?: string | null;
  origin?: string | null;
}

/** Changes whether mail is sent, in whose name, and where its buttons lead to. */
export function editSending(platform: Platform): Act<Settings> {
  return {
    label: text('edit'),
    done: () => text('mailSaved'),
    ask: (settings) => ({
      title: text('editMail'),
      submit: text('save'),
      fields: [
        {
          kind: 'select',
          name: 'sent',
          label: text('sendMail'),
          choices: [
            { value: 'true', label: text('active') },
            { value: 'false', label: text('inactive') },
          ],
          value: String(settings.notifications_via_envoi),
        },
        {
          kind: 'email',
          name: 'sender',
          label: text('sender'),
          help: text('senderHelp'),
          most: 254,
          value: settings.default_sender_address ?? '',
        },
        {
          kind: 'url',
          name: 'origin',
          label: text('buttonsLeadTo'),
          help: text('originHelp'),
          value: settings.web_origin ?? '',
        },
      ],
      run: async ({ sent, sender = null, origin = null }: Entered) => {
        await platform.call('patch', '/notification-settings', {
          body: {
            ...(sent !== String(settings.notifications_via_envoi) && { notifications_via_envoi: sent === 'true' }),
            ...(sender !== settings.default_sender_address && { default_sender_address: sender }),
            ...(origin !== settings.web_origin && { web_origin: origin }),
          } as never,
        });
      },
    }),
  };
}
