// SPDX-License-Identifier: Apache-2.0
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';

export type Fact = [label: string, value: ReactNode];

/** What there is to know of something, in columns where there is room. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <DescriptionList isCompact columnModifier={{ default: '1Col', md: '3Col' }}>
      {facts.map(([label, value]) => (
        <DescriptionListGroup key={label}>
          <DescriptionListTerm>{label}</DescriptionListTerm>
          <DescriptionListDescription>{value}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
}
