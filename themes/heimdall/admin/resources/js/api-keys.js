// SPDX-License-Identifier: Apache-2.0
import { permissionsOf } from './permissions.js';
import { text, time } from './texts.js';

/** What only a key can be allowed, besides the app's own permissions. */
const OF_KEYS = [
  'auth.signup.create',
  'auth.user.verify.create',
  'auth.user.verify.send-email',
  'auth.user.password-reset.create',
  'auth.user.password-reset.send-email',
  'auth.tenant.create',
  'auth.tenant.read',
  'auth.tenant.update',
  'auth.tenant.delete',
  'auth.tenant.members.add',
  'auth.tenant.members.remove',
  'auth.tenant.members.update-role',
];

export const apiKeys = {
  path: 'api-keys',
  resource: '/api-keys',
  title: 'apiKeys',
  intro: 'apiKeysIntro',
  nameOf: (key) => key.name,
  columns: [
    { label: 'name', value: (key) => key.name },
    { label: 'prefix', value: (key) => key.key_prefix },
    { label: 'permissions', value: (key) => key.permissions.join(', ') },
    { label: 'lastUsed', value: (key) => (key.last_used_at ? time(key.last_used_at) : text('never')) },
    { label: 'created', value: (key) => time(key.created_at) },
    { label: 'expires', value: (key) => (key.expires_at ? time(key.expires_at) : text('never')) },
  ],
  create: {
    label: 'createKey',
    fields: async (platform) => [
      { name: 'name', label: 'name', type: 'text', required: true, maxlength: 120 },
      {
        name: 'permissions',
        label: 'permissions',
        type: 'choices',
        required: true,
        options: [...OF_KEYS, ...(await permissionsOf(platform))],
      },
      { name: 'expires_at', label: 'expires', type: 'datetime-local', help: 'expiresHelp' },
    ],
    run: async (platform, values) => {
      const { key } = await platform.call('POST', '/api-keys', values);
      return [[text('key'), key]];
    },
  },
  actions: [
    {
      label: 'revoke',
      title: 'revokeKey',
      help: 'revokeKeyHelp',
      danger: true,
      run: (platform, values, key) => platform.call('DELETE', `/api-keys/${encodeURIComponent(key.id)}`),
    },
  ],
};
