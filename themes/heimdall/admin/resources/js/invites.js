// SPDX-License-Identifier: Apache-2.0
import { text, time } from './texts.js';

function statusOf(invite) {
  if (invite.revoked_at) {
    return 'revoked';
  }
  if (invite.use_count >= invite.max_uses) {
    return 'used';
  }
  return new Date(invite.expires_at) <= new Date() ? 'expired' : 'open';
}

export const invites = {
  path: 'invites',
  resource: '/end-users/invites',
  title: 'invites',
  intro: 'invitesIntro',
  nameOf: (invite) => invite.email,
  columns: [
    { label: 'email', value: (invite) => invite.email },
    { label: 'role', value: (invite) => invite.role_name ?? '–' },
    { label: 'uses', value: (invite) => `${invite.use_count} / ${invite.max_uses}` },
    { label: 'status', value: (invite) => text(statusOf(invite)) },
    { label: 'created', value: (invite) => time(invite.created_at) },
    { label: 'expires', value: (invite) => time(invite.expires_at) },
  ],
  create: {
    label: 'createInvite',
    help: 'mailHelp',
    fields: async (platform) => {
      const { data: roles } = await platform.call('GET', '/roles?limit=200');
      return [
        { name: 'email', label: 'email', type: 'email', required: true, maxlength: 254 },
        { name: 'name', label: 'name', type: 'text', maxlength: 120 },
        { name: 'role_name', label: 'role', type: 'select', options: roles.map(({ name }) => name), value: 'member' },
        { name: 'max_uses', label: 'maxUses', type: 'number', min: 1, max: 10000, value: 1 },
        { name: 'expires_in_hours', label: 'hours', type: 'number', min: 1, max: 720, value: 72 },
      ];
    },
    run: async (platform, values) => {
      const { code } = await platform.call('POST', '/end-users/invites', values);
      return [[text('code'), code]];
    },
  },
  actions: [
    {
      label: 'revoke',
      title: 'revokeInvite',
      help: 'revokeInviteHelp',
      danger: true,
      when: (invite) => statusOf(invite) === 'open',
      run: (platform, values, invite) => platform.call('DELETE', `/end-users/invites/${encodeURIComponent(invite.id)}`),
    },
  ],
};
