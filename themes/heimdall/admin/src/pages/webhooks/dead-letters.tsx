// SPDX-License-Identifier: Apache-2.0
import { Label, Switch, ToolbarItem } from '@patternfly/react-core';
import { useState } from 'react';
import { Dotted } from '../../parts/dotted';
import { Listing } from '../../parts/listing';
import { Time } from '../../parts/time';
import type { Answer } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { number, text, time } from '../../texts/texts';
import { Outcome } from './attempts';

type Letter = Answer<'/webhook/dead-letters'>['data'][number];

/** Events that were given up on, which can be sent again. */
export function DeadLetters() {
  const platform = usePlatform();
  const [waiting, setWaiting] = useState(false);
  return (
    <Listing<Letter>
      title={text('deadLetters')}
      empty={{ title: text('noDeadLetters'), body: text('noDeadLettersBody') }}
      load={(cursor) =>
        platform.call('get', '/webhook/dead-letters', { query: { cursor, unreplayed: waiting || undefined } })
      }
      values={[waiting]}
      idOf={({ id }) => id}
      nameOf={({ event_id }) => event_id}
      filters={
        <ToolbarItem alignSelf="center">
          <Switch
            id="heimdall-waiting"
            label={text('waitingOnly')}
            isChecked={waiting}
            onChange={(_, on) => setWaiting(on)}
          />
        </ToolbarItem>
      }
      columns={[
        { label: text('when'), value: ({ failed_at }) => <Time value={failed_at} /> },
        { label: text('event'), value: ({ event_type }) => <Dotted value={event_type} /> },
        { label: text('attempts'), value: ({ attempts }) => number(attempts) },
        {
          label: text('outcome'),
          value: ({ attempts, last_status_code, last_error }) =>
            attempts ? <Outcome status={last_status_code} error={last_error} /> : (last_error ?? '–'),
        },
        {
          label: text('status'),
          value: ({ replayed_at }) => (
            <Label isCompact color={replayed_at ? 'green' : 'orange'}>
              {replayed_at ? text('replayedAt', time(replayed_at)) : text('waits')}
            </Label>
          ),
        },
      ]}
      whole={{
        label: text('replayAll'),
        ask: () => ({
          title: text('replayAllAsked'),
          help: text('replayAllHelp'),
          submit: text('replayAll'),
          run: async () => {
            const {
              replayed,
              remaining,
              stopped_on: stopped,
            } = await platform.call('post', '/webhook/dead-letters/replay');
            const said = text('replayed', number(replayed), number(remaining));
            if (stopped) {
              throw new Error(
                `${said} ${text('stoppedOn', stopped.event_type, reasonOf(stopped.status_code, stopped.error))}`,
              );
            }
            return said;
          },
        }),
      }}
      acts={[
        {
          label: text('show'),
          ask: ({ event_type, payload }) => ({ title: event_type, content: JSON.stringify(payload, null, 2) }),
        },
        {
          label: text('replay'),
          done: ({ event_type }) => text('replayedOne', event_type),
          ask: ({ id, event_type }) => ({
            title: text('replayAsked', event_type),
            help: text('replayHelp'),
            submit: text('replay'),
            run: async () => {
              const path = { dead_letter_id: id };
              const { status, status_code, error } = await platform.call(
                'post',
                '/webhook/dead-letters/{dead_letter_id}/replay',
                { path },
              );
              if (status !== 'delivered') {
                throw new Error(text('replayFailed', reasonOf(status_code, error)));
              }
            },
          }),
        },
      ]}
    />
  );
}

function reasonOf(status: number | null, error: string | null) {
  return [status, error].filter((part) => part !== null).join(' ') || text('noAnswer');
}
