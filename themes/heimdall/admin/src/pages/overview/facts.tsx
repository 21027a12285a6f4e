// SPDX-License-Identifier: Apache-2.0
import { Label } from '@patternfly/react-core';
import { Facts } from '../../parts/facts';
import type { Fact } from '../../parts/facts';
import type { Answer } from '../../shell/platform';
import { text, time } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

const STATUS = { active: 'statusActive', suspended: 'statusSuspended', archived: 'statusArchived' } satisfies Record<
  string,
  TextKey
>;
const ENVIRONMENT = {
  production: 'environmentProduction',
  staging: 'environmentStaging',
  development: 'environmentDevelopment',
} satisfies Record<string, TextKey>;

/** What the app is. */
export function AppFacts({ app }: { app: Answer<''> }) {
  const facts: Fact[] = [
    [text('name'), app.display_name],
    [text('slug'), <code>{app.slug}</code>],
    [
      text('status'),
      <Label isCompact color={app.status === 'active' ? 'green' : 'red'}>
        {text(STATUS[app.status])}
      </Label>,
    ],
    [text('environment'), text(ENVIRONMENT[app.environment])],
    [text('created'), time(app.created_at)],
  ];
  return <Facts facts={facts} />;
}
