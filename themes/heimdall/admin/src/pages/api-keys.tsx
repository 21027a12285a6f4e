// SPDX-License-Identifier: Apache-2.0
import { Listing } from '../parts/listing';
import { useMemo } from 'react';
import { cut } from '../parts/cut';
import { Words } from '../parts/words';
import { keyPermissionChoices } from '../parts/permissions';
import { Time } from '../parts/time';
import type { Answer } from '../shell/platform';
import { usePlatform } from '../shell/platform';
import { text } from '../texts/texts';

type Key = Answer<'/api-keys'>['data'][number];

export default function ApiKeys() {
  const platform = usePlatform();
  const load = useMemo(() => cut(() => platform.call('get', '/api-keys')), [platform]);
  return (
    <Listing<Key>
      title={text('apiKeys')}
      empty={{ title: text('noKeys'), body: text('noKeysBody') }}
      load={load}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      columns={[
        { label: text('name'), room: 'wide', value: ({ name }) => name },
        { label: text('prefix'), value: ({ key_prefix }) => <code className="heimdall-whole">{key_prefix}</code> },
        { label: text('permissions'), value: ({ permissions }) => <Words words={permissions} /> },
        {
          label: text('lastUsed'),
          value: ({ last_used_at }) => (last_used_at ? <Time value={last_used_at} /> : text('never')),
        },
        { label: text('created'), value: ({ created_at }) => <Time value={created_at} /> },
        {
          label: text('expires'),
          value: ({ expires_at }) => (expires_at ? <Time value={expires_at} /> : text('never')),
        },
      ]}
      create={{
        label: text('createKey'),
        done: () => text('keyCreated'),
        ask: async () => ({
          title: text('createKey'),
          submit: text('createKey'),
          fields: [
            { kind: 'text', name: 'name', label: text('name'), required: true, most: 120 },
            {
              kind: 'choices',
              name: 'permissions',
              label: text('permissions'),
              required: true,
              choices: await keyPermissionChoices(platform),
            },
            { kind: 'time', name: 'expires_at', label: text('expires'), help: text('expiresHelp') },
          ],
          run: async (body: { name: string; permissions: string[]; expires_at?: string }) => {
            const { key } = await platform.call('post', '/api-keys', { body });
            return [{ label: text('key'), value: key }];
          },
        }),
      }}
      acts={[
        {
          label: text('revoke'),
          danger: true,
          done: ({ name }) => text('keyRevoked', name),
          ask: ({ id, name }) => ({
            title: text('revokeKey', name),
            help: text('revokeKeyHelp'),
            submit: text('revoke'),
            danger: true,
            run: async () => {
              await platform.call('delete', '/api-keys/{key_id}', { path: { key_id: id } });
            },
          }),
        },
      ]}
    />
  );
}
