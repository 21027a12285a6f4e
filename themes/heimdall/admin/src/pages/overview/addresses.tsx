// SPDX-License-Identifier: Apache-2.0
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Title,
} from '@patternfly/react-core';
import { CopyButton } from '../../parts/copy-button';
import type { Platform } from '../../shell/platform';
import { text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

export interface AllAddresses {
  issuer: string;
  api: string;
  configuration: string;
  keys: string;
  platform: string;
}

const LABELS: Record<keyof AllAddresses, TextKey> = {
  api: 'addressApi',
  issuer: 'addressIssuer',
  configuration: 'addressConfiguration',
  keys: 'addressKeys',
  platform: 'addressPlatform',
};

/** The app's addresses, by the issuer that it tells; an app that is closed tells none, and has the server's own. */
export async function addressesOf({ server, realm }: Platform): Promise<AllAddresses> {
  const slug = encodeURIComponent(realm);
  const answer = await fetch(`${server}/realms/${slug}/v1/.well-known/openid-configuration`, { credentials: 'omit' });
  const issuer: string = answer.ok ? (await answer.json()).issuer : `${server}/${slug}`;
  return {
    api: `${issuer}/v1`,
    issuer,
    configuration: `${issuer}/.well-known/openid-configuration`,
    keys: `${issuer}/.well-known/jwks.json`,
    platform: `${server}/v1/apps/${slug}`,
  };
}

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
                <code className="heimdall-secret">{address}</code> <CopyButton label={text(label)} value={address} />
              </DescriptionListDescription>
            </DescriptionListGroup>
          );
        })}
      </DescriptionList>
    </section>
  );
}
