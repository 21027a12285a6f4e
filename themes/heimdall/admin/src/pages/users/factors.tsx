// SPDX-License-Identifier: Apache-2.0
import { Listing } from '../../parts/listing';
import { usePlatform } from '../../shell/platform';
import { text, time } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

/** As Keycloak's own API tells it; milliseconds. */
interface Credential {
  id: string;
  type: string;
  userLabel?: string;
  createdDate?: number;
}

const PASSWORD = 'password';
const KINDS: Record<string, TextKey> = {
  otp: 'factorTotp',
  'heimdall-email': 'factorEmail',
  'recovery-authn-codes': 'factorRecovery',
  webauthn: 'factorKey',
  'webauthn-passwordless': 'factorPasskey',
};

/** By what else than a password a user proves who they are. */
export function Factors({ userId }: { userId: string }) {
  const platform = usePlatform();
  const path = `/users/${encodeURIComponent(userId)}/credentials`;
  const kindOf = ({ type }: Credential) => (KINDS[type] ? text(KINDS[type]) : type);
  return (
    <Listing<Credential>
      title={text('factors')}
      empty={{ title: text('noFactors'), body: text('noFactorsBody') }}
      load={async () => {
        const all = await platform.keycloak<Credential[]>('get', path, 'view-users');
        return { data: all.filter(({ type }) => type !== PASSWORD) };
      }}
      idOf={({ id }) => id}
      nameOf={(factor) => factor.userLabel || kindOf(factor)}
      columns={[
        { label: text('kind'), value: kindOf },
        { label: text('name'), value: ({ userLabel }) => userLabel || '–' },
        {
          label: text('created'),
          value: ({ createdDate }) => time(createdDate ? new Date(createdDate).toISOString() : null),
        },
      ]}
      acts={[
        {
          label: text('remove'),
          danger: true,
          done: (factor) => text('factorRemoved', factor.userLabel || kindOf(factor)),
          ask: (factor) => ({
            title: text('removeFactor', factor.userLabel || kindOf(factor)),
            help: text('removeFactorHelp'),
            submit: text('remove'),
            danger: true,
            run: async () => {
              await platform.keycloak('delete', `${path}/${encodeURIComponent(factor.id)}`, 'manage-users');
            },
          }),
        },
      ]}
    />
  );
}
