// SPDX-License-Identifier: Apache-2.0
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Title,
} from '@patternfly/react-core';
import type { AllAddresses } from '../../parts/addresses';
import { CopyButton } from '../../parts/copy-button';
import { Url } from '../../parts/url';
import { text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

const LABELS: Record<keyof AllAddresses, TextKey> = {
  api: 'addressApi',
  issuer: 'addressIssuer',
  configuration: 'addressConfiguration',
  keys: 'addressKeys',
  platform: 'addressPlatform',
};

export function Addresses({ addresses }: { addresses: AllAddresses }) {
  return (
    <section>
      <Title headingLevel="h2" size="lg">
        {text('addresses')}
      </Title>
      <DescriptionList isCompact isHorizontal termWidth="14rem" className="heimdall-addresses">
        {Object.entries(LABELS).map(([name, label]) => {
          const address = addresses[name as keyof AllAddresses];
          return (
            <DescriptionListGroup key={name}>
              <DescriptionListTerm>{text(label)}</DescriptionListTerm>
              <DescriptionListDescription>
                <Url value={address} /> <CopyButton label={text(label)} value={address} />
              </DescriptionListDescription>
            </DescriptionListGroup>
          );
        })}
      </DescriptionList>
    </section>
  );
}
