// SPDX-License-Identifier: Apache-2.0
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';
import type { Answer } from '../../shell/platform';
import { text, time } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

const STATUS = { active: 'statusActive', suspended: 'statusSuspended', archived: 'statusArchived' } satisfies Record<string, TextKey>;
const ENVIRONMENT = {
  production: 'environmentProduction',
  staging: 'environmentStaging',
  development: 'environmentDevelopment',
} satisfies Record<string, TextKey>;

/** What the app is. */
export function Facts({ app }: { app: Answer<''> }) {
  const facts: [TextKey, ReactNode][] = [
    ['name', app.display_name],
    ['slug', <code>{app.slug}</code>],
    [
      'status',
      <Label isCompact color={app.status === 'active' ? 'green' : 'red'}>
        {text(STATUS[app.status])}
      </Label>,
    ],
    ['environment', text(ENVIRONMENT[app.environment])],
    ['created', time(app.created_at)],
  ];
  return (
    <DescriptionList isCompact columnModifier={{ default: '1Col', md: '3Col' }}>
      {facts.map(([label, value]) => (
        <DescriptionListGroup key={label}>
          <DescriptionListTerm>{text(label)}</DescriptionListTerm>
          <DescriptionListDescription>{value}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
}
