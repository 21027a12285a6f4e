// SPDX-License-Identifier: Apache-2.0
import { changesOf } from '../../parts/changes';
import { Listing } from '../../parts/listing';
import { Time } from '../../parts/time';
import type { Answer } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { text } from '../../texts/texts';

type Entry = Answer<'/audit-logs'>['data'][number];

/** What a user did, the newest first. */
export function Activity({ userId }: { userId: string }) {
  const platform = usePlatform();
  return (
    <Listing<Entry>
      title={text('activity')}
      empty={{ title: text('noActivity'), body: text('noActivityBody') }}
      load={(cursor) => platform.call('get', '/audit-logs', { query: { cursor, actor_id: userId, limit: 20 } })}
      idOf={({ id }) => id}
      nameOf={({ action }) => action}
      columns={[
        { label: text('when'), value: ({ created_at }) => <Time value={created_at} /> },
        { label: text('action'), value: ({ action }) => <code>{action}</code> },
        { label: text('details'), value: ({ details }) => changesOf(details) },
      ]}
    />
  );
}
