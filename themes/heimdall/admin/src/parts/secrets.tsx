// SPDX-License-Identifier: Apache-2.0
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import { CopyButton } from './copy-button';

export interface Secret {
  label: string;
  value: string;
}

export function Secrets({ secrets }: { secrets: Secret[] }) {
  return (
    <DescriptionList className="heimdall-secrets">
      {secrets.map(({ label, value }) => (
        <DescriptionListGroup key={label}>
          <DescriptionListTerm>{label}</DescriptionListTerm>
          <DescriptionListDescription>
            <span className="heimdall-secret">{value}</span> <CopyButton label={label} value={value} />
          </DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
}
