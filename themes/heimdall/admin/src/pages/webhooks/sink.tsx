// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { Refusal } from '../../shell/refusal';
import { text, time } from '../../texts/texts';
import { Receiver } from './receiver';

/** Where the app's audit log is sent. */
export function Sink() {
  const platform = usePlatform();
  return (
    <Receiver<Answer<'/audit-sink'>, { url: string }>
      words={{
        none: 'noSink',
        noneBody: 'noSinkBody',
        setUp: 'setUpSink',
        setUpHelp: 'sinkHelp',
        edit: 'editSink',
        saved: 'sinkSaved',
        delete: 'deleteSink',
        deleteHelp: 'deleteSinkHelp',
        deleted: 'sinkDeleted',
      }}
      load={() => platform.call('get', '/audit-sink').catch(nullIfNotThere)}
      save={(body) => platform.call('put', '/audit-sink', { body })}
      remove={() => platform.call('delete', '/audit-sink')}
      fact={({ last_delivered_at }) => [
        text('lastDelivered'),
        last_delivered_at ? time(last_delivered_at) : text('never'),
      ]}
    />
  );
}

function nullIfNotThere(error: unknown): null {
  if (error instanceof Refusal && error.status === 404) {
    return null;
  }
  throw error;
}
