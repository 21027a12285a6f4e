// SPDX-License-Identifier: Apache-2.0
import { Label } from '@patternfly/react-core';
import { Listing } from '../../parts/listing';
import type { Answer } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { text } from '../../texts/texts';

type Contact = Answer<'/end-users/{user_id}/contacts'>['data'][number];

/** The addresses of a user. */
export function Contacts({ userId }: { userId: string }) {
  const platform = usePlatform();
  const user = { user_id: userId };
  const path = ({ id }: Contact) => ({ path: { ...user, contact_id: id } });
  return (
    <Listing<Contact>
      title={text('contacts')}
      empty={{ title: text('noContacts'), body: text('noContactsBody') }}
      load={() => platform.call('get', '/end-users/{user_id}/contacts', { path: user })}
      idOf={({ id }) => id}
      nameOf={({ value }) => value}
      columns={[
        { label: text('contact'), value: ({ value }) => value },
        { label: text('kind'), value: ({ type }) => text(type === 'phone' ? 'phone' : 'email') },
        {
          label: text('status'),
          value: ({ is_primary, verified_at }) => (
            <span className="heimdall-acts">
              <Label isCompact color={verified_at ? 'green' : 'orange'}>
                {text(verified_at ? 'verified' : 'unverified')}
              </Label>
              {is_primary && <Label isCompact>{text('primary')}</Label>}
            </span>
          ),
        },
      ]}
      create={{
        label: text('addContact'),
        done: () => text('contactAdded'),
        ask: () => ({
          title: text('addContact'),
          submit: text('addContact'),
          fields: [
            {
              kind: 'select',
              name: 'type',
              label: text('kind'),
              choices: [
                { value: 'email', label: text('email') },
                { value: 'phone', label: text('phone') },
              ],
            },
            { kind: 'text', name: 'value', label: text('contact'), required: true, most: 254 },
          ],
          run: async (body: { type: 'email' | 'phone'; value: string }) => {
            await platform.call('post', '/end-users/{user_id}/contacts', { path: user, body });
          },
        }),
      }}
      acts={[
        {
          label: text('makePrimary'),
          when: ({ is_primary, verified_at }) => !is_primary && verified_at !== null,
          done: ({ value }) => text('contactPrimary', value),
          ask: (contact) => ({
            title: text('makePrimaryAsked', contact.value),
            submit: text('makePrimary'),
            run: async () => {
              await platform.call('post', '/end-users/{user_id}/contacts/{contact_id}/promote', path(contact));
            },
          }),
        },
        {
          label: text('newCode'),
          when: ({ verified_at }) => verified_at === null,
          done: ({ value }) => text('codeMade', value),
          ask: (contact) => ({
            title: text('newCodeAsked', contact.value),
            submit: text('newCode'),
            run: async () => {
              const route = '/end-users/{user_id}/contacts/{contact_id}/resend-verification';
              const { code } = await platform.call('post', route, path(contact));
              return [{ label: text('code'), value: code }];
            },
          }),
        },
        {
          label: text('delete'),
          danger: true,
          done: ({ value }) => text('contactDeleted', value),
          ask: (contact) => ({
            title: text('deleteContact', contact.value),
            submit: text('delete'),
            danger: true,
            run: async () => {
              await platform.call('delete', '/end-users/{user_id}/contacts/{contact_id}', path(contact));
            },
          }),
        },
      ]}
    />
  );
}
