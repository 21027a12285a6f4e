// SPDX-License-Identifier: Apache-2.0
import { Listing } from '../../parts/listing';
import { usePlatform } from '../../shell/platform';
import { text, time } from '../../texts/texts';

/** As Keycloak's own API tells it; milliseconds. */
interface Session {
  id: string;
  ipAddress?: string;
  start: number;
  lastAccess: number;
  clients?: Record<string, string>;
}

const at = (milliseconds: number) => time(new Date(milliseconds).toISOString());

interface Props {
  userId: string;
  /** How many there are, as the rest of the page has it; the list is loaded anew where it changes. */
  count: number;
  /** Hears of a session that ended. */
  onChange: () => void;
}

/** Where a user is signed in. */
export function Sessions({ userId, count, onChange }: Props) {
  const platform = usePlatform();
  return (
    <Listing<Session>
      title={text('sessions')}
      empty={{ title: text('noSessions'), body: text('noSessionsBody') }}
      load={async () => ({
        data: await platform.keycloak<Session[]>('get', `/users/${encodeURIComponent(userId)}/sessions`, 'view-users'),
      })}
      values={[count]}
      idOf={({ id }) => id}
      nameOf={({ start, ipAddress }) => `${at(start)} ${ipAddress ?? ''}`}
      columns={[
        { label: text('began'), value: ({ start }) => at(start) },
        { label: text('lastSeen'), value: ({ lastAccess }) => at(lastAccess) },
        { label: text('address'), value: ({ ipAddress }) => ipAddress ?? '–' },
        { label: text('clients'), value: ({ clients }) => Object.values(clients ?? {}).join(', ') || '–' },
      ]}
      acts={[
        {
          label: text('signOut'),
          done: () => text('sessionEnded'),
          ask: ({ id }) => ({
            title: text('endSession'),
            help: text('endSessionHelp'),
            submit: text('signOut'),
            run: async () => {
              await platform.keycloak('delete', `/sessions/${encodeURIComponent(id)}`, 'manage-users');
              onChange();
            },
          }),
        },
      ]}
    />
  );
}
