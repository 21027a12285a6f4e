// SPDX-License-Identifier: Apache-2.0
import { Label } from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import { Listing } from '../parts/listing';
import { roleField } from '../parts/role-field';
import { Time } from '../parts/time';
import type { Answer } from '../shell/platform';
import { usePlatform } from '../shell/platform';
import { text } from '../texts/texts';

type Invite = Answer<'/end-users/invites'>['data'][number];

interface NewInvite {
  email: string;
  name?: string;
  role_name?: string;
  max_uses?: number;
  expires_in_hours?: number;
}

const COLOURS = { open: 'green', used: 'blue', expired: 'grey', revoked: 'grey' } satisfies Record<
  string,
  LabelProps['color']
>;

function statusOf(invite: Invite): keyof typeof COLOURS {
  if (invite.revoked_at) {
    return 'revoked';
  }
  if (invite.use_count >= invite.max_uses) {
    return 'used';
  }
  return new Date(invite.expires_at) <= new Date() ? 'expired' : 'open';
}

export default function Invites() {
  const platform = usePlatform();
  return (
    <Listing<Invite>
      title={text('invites')}
      empty={{ title: text('noInvites'), body: text('noInvitesBody') }}
      load={(cursor) => platform.call('get', '/end-users/invites', { query: { cursor } })}
      idOf={({ id }) => id}
      nameOf={({ email }) => email}
      columns={[
        { label: text('email'), room: 'wide', value: ({ email }) => email },
        { label: text('role'), value: ({ role_name }) => role_name ?? '–' },
        { label: text('uses'), room: 'short', value: ({ use_count, max_uses }) => text('usesOf', use_count, max_uses) },
        {
          label: text('status'),
          room: 'short',
          value: (invite) => (
            <Label isCompact color={COLOURS[statusOf(invite)]}>
              {text(statusOf(invite))}
            </Label>
          ),
        },
        { label: text('created'), value: ({ created_at }) => <Time value={created_at} /> },
        { label: text('expires'), value: ({ expires_at }) => <Time value={expires_at} /> },
      ]}
      create={{
        label: text('createInvite'),
        ask: async () => {
          const [role, settings] = await Promise.all([
            roleField(platform),
            platform.call('get', '/notification-settings'),
          ]);
          const mailed = settings.notifications_via_envoi && settings.default_sender_address !== null;
          return {
            title: text('createInvite'),
            help: text(mailed ? 'inviteMailed' : 'inviteNotMailed'),
            said: text(mailed ? 'inviteCreatedMailed' : 'inviteCreatedNotMailed'),
            submit: text('createInvite'),
            fields: [
              { kind: 'email', name: 'email', label: text('email'), required: true, most: 254 },
              { kind: 'text', name: 'name', label: text('name'), most: 120 },
              role,
              { kind: 'number', name: 'max_uses', label: text('maxUses'), min: 1, max: 10000, value: '1' },
              { kind: 'number', name: 'expires_in_hours', label: text('hours'), min: 1, max: 720, value: '72' },
            ],
            run: async (body: NewInvite) => {
              const { code } = await platform.call('post', '/end-users/invites', { body });
              const link =
                settings.web_origin && `${settings.web_origin}/accept-invite?code=${encodeURIComponent(code)}`;
              return [
                { label: text('code'), value: code },
                ...(link ? [{ label: text('inviteLink'), value: link }] : []),
              ];
            },
          };
        },
      }}
      acts={[
        {
          label: text('revoke'),
          danger: true,
          when: (invite) => statusOf(invite) === 'open',
          done: ({ email }) => text('inviteRevoked', email),
          ask: ({ id, email }) => ({
            title: text('revokeInvite', email),
            help: text('revokeInviteHelp'),
            submit: text('revoke'),
            danger: true,
            run: async () => {
              await platform.call('delete', '/end-users/invites/{invite_id}', { path: { invite_id: id } });
            },
          }),
        },
      ]}
    />
  );
}
