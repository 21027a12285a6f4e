// SPDX-License-Identifier: Apache-2.0
import { Alert, Skeleton, Title } from '@patternfly/react-core';
import { Facts } from '../../parts/facts';
import { useLoaded } from '../../parts/loaded';
import { Problem } from '../../parts/notices';
import type { Answer } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { day, number, percent, text } from '../../texts/texts';

type Day = Answer<'/end-user-insights'>['signins'][number];

/** The sign-ins of the last days, and how much of what users began they brought to an end. */
export function Signins() {
  const platform = usePlatform();
  const { value, error, reload } = useLoaded(() => platform.call('get', '/end-user-insights'), [platform]);
  return (
    <section>
      <Title headingLevel="h2" size="lg">
        {text('signins')}
      </Title>
      {error && <Problem error={error} retry={reload} />}
      {!value && !error && <Skeleton height="10rem" screenreaderText={text('loading')} />}
      {value && !value.events_enabled && <Alert variant="info" isInline component="p" title={text('noEvents')} />}
      {value && (
        <>
          <Chart days={value.signins} />
          <Facts
            facts={[
              [text('signinFailures'), rate(value.signin_failure_rate)],
              [text('verifications'), rate(value.verification_completion_rate)],
              [text('resets'), rate(value.password_reset_completion_rate)],
              [text('withFactor'), rate(value.mfa_adoption_rate)],
              [text('sessionsNow'), number(value.active_sessions)],
            ]}
          />
        </>
      )}
    </section>
  );
}

function rate(value: number | null) {
  return value === null ? '–' : percent(value);
}

/** A bar a day, as high as its part of the day that had most. */
function Chart({ days }: { days: Day[] }) {
  const most = Math.max(...days.map(({ succeeded, failed }) => succeeded + failed));
  const [succeeded, failed] = [
    days.reduce((sum, one) => sum + one.succeeded, 0),
    days.reduce((sum, one) => sum + one.failed, 0),
  ];
  const height = (part: number) => ({ height: `${most ? (100 * part) / most : 0}%` });
  const said = text('signinsSaid', number(succeeded), number(failed));
  return (
    <figure className="heimdall-chart">
      <figcaption>
        {said} {text('signinsMost', number(most))}
      </figcaption>
      <ul className="heimdall-chart-legend" aria-hidden="true">
        <li className="heimdall-chart-of-succeeded">{text('signinsSucceeded')}</li>
        <li className="heimdall-chart-of-failed">{text('signinsFailed')}</li>
      </ul>
      <div className="heimdall-chart-days" role="img" aria-label={said}>
        {days.map((one) => (
          <div key={one.day} title={text('signinsOf', day(one.day), number(one.succeeded), number(one.failed))}>
            <span className="heimdall-chart-failed" style={height(one.failed)} />
            <span className="heimdall-chart-succeeded" style={height(one.succeeded)} />
          </div>
        ))}
      </div>
      <div className="heimdall-chart-ends">
        <span>{day(days[0]!.day)}</span>
        <span>{day(days.at(-1)!.day)}</span>
      </div>
    </figure>
  );
}
