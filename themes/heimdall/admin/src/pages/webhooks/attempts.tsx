// SPDX-License-Identifier: Apache-2.0
import { FormSelect, FormSelectOption, Label, ToolbarItem } from '@patternfly/react-core';
import { useState } from 'react';
import { Dotted } from '../../parts/dotted';
import { Listing } from '../../parts/listing';
import { Time } from '../../parts/time';
import type { Answer, Query } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { measure, text } from '../../texts/texts';

type Attempt = Extract<Answer<'/webhook/attempts'>, unknown[]>[number];

/** Empty for any. */
type Asked = NonNullable<Query<'/webhook/attempts'>>['outcome'] | '';

/** As the API filters by them. */
const OUTCOMES = { '': 'anyOutcome', succeeded: 'succeeded', failed: 'notTaken' } as const;

/** The most that the API gives at once. */
const AT_ONCE = 200;

/** What was sent, and what the backend answered. */
export function Attempts() {
  const platform = usePlatform();
  const [outcome, setOutcome] = useState<Asked>('');
  return (
    <Listing<Attempt>
      title={text('attempts')}
      empty={{ title: text('noAttempts'), body: text(outcome ? 'noneFits' : 'noAttemptsBody') }}
      // With an outcome the answer is a page of the list, and without one the last of them alone.
      load={async (cursor) => {
        const answer = await platform.call('get', '/webhook/attempts', {
          query: { cursor, outcome: outcome || undefined, limit: AT_ONCE },
        });
        return Array.isArray(answer) ? { data: answer } : answer;
      }}
      values={[outcome]}
      idOf={({ id }) => id}
      nameOf={({ event_id, attempt_number }) => `${event_id} ${attempt_number}`}
      filters={
        <ToolbarItem>
          <FormSelect aria-label={text('outcome')} value={outcome} onChange={(_, value) => setOutcome(value as Asked)}>
            {Object.entries(OUTCOMES).map(([value, label]) => (
              <FormSelectOption key={value} value={value} label={text(label)} />
            ))}
          </FormSelect>
        </ToolbarItem>
      }
      columns={[
        { label: text('when'), value: ({ attempted_at }) => <Time value={attempted_at} /> },
        { label: text('event'), value: ({ event_type }) => <Dotted value={event_type} /> },
        { label: text('attempt'), value: ({ attempt_number }) => attempt_number },
        {
          label: text('outcome'),
          value: ({ status_code, error_message }) => <Outcome status={status_code} error={error_message} />,
        },
        {
          label: text('took'),
          value: ({ latency_ms }) => (latency_ms === null ? '–' : measure(latency_ms, 'millisecond')),
        },
      ]}
      acts={[
        {
          label: text('show'),
          ask: (attempt) => ({
            title: attempt.event_type,
            help: `${attempt.event_id} → ${attempt.url}`,
            content: attempt.response_body || attempt.error_message || text('answeredNothing'),
          }),
        },
      ]}
    />
  );
}

/** Whether it tells the status alone, which stands beside it. */
function repeats(error: string, status: number | null) {
  return status !== null && new RegExp(`^The receiver answered ${status}\\.?$`).test(error);
}

/** What came back, and why that is none. */
export function Outcome({ status, error }: { status: number | null; error: string | null }) {
  const taken = status !== null && status >= 200 && status < 300;
  return (
    <>
      <Label isCompact color={taken ? 'green' : 'red'}>
        {status ?? text('noAnswer')}
      </Label>{' '}
      {!taken && error && !repeats(error, status) && <span lang="en">{error}</span>}
    </>
  );
}
