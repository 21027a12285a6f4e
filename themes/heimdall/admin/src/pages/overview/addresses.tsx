// SPDX-License-Identifier: Apache-2.0
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Skeleton,
  Title,
} from '@patternfly/react-core';
import { addressesOf } from '../../parts/addresses';
import type { AllAddresses } from '../../parts/addresses';
import { CopyButton } from '../../parts/copy-button';
import { useLoaded } from '../../parts/loaded';
import { Problem } from '../../parts/notices';
import { Url } from '../../parts/url';
import { usePlatform } from '../../shell/platform';
import { text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';
import { FirstCall } from './first-call';

const LABELS: Record<keyof AllAddresses, TextKey> = {
  api: 'addressApi',
  issuer: 'addressIssuer',
  configuration: 'addressConfiguration',
  keys: 'addressKeys',
  platform: 'addressPlatform',
};

/** Where the app is, and a first call there. */
export function Addresses() {
  const platform = usePlatform();
  const { value, error, reload } = useLoaded(() => addressesOf(platform), [platform]);
  return (
    <>
      <section>
        <Title headingLevel="h2" size="lg">
          {text('addresses')}
        </Title>
        {error && <Problem error={error} retry={reload} />}
        {!value && !error && <Skeleton height="10rem" screenreaderText={text('loading')} />}
        {value && <List addresses={value} />}
      </section>
      {value && <FirstCall api={value.api} />}
    </>
  );
}

function List({ addresses }: { addresses: AllAddresses }) {
  return (
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
  );
}
