// SPDX-License-Identifier: Apache-2.0
import { Card, CardBody, CardTitle, Gallery, Skeleton } from '@patternfly/react-core';
import { useLoaded } from '../../parts/loaded';
import { usePlatform } from '../../shell/platform';
import type { Platform } from '../../shell/platform';
import { number, text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

/** What is counted; each needs an admin role of its own. */
const COUNTS: { label: TextKey; page: string; count: (platform: Platform) => Promise<number> }[] = [
  { label: 'users', page: 'users', count: (platform) => platform.keycloak<number>('get', '/users/count') },
  {
    label: 'apiKeys',
    page: 'api-keys',
    count: async (platform) => (await platform.call('get', '/api-keys')).data.length,
  },
];

export function Counts() {
  return (
    <Gallery hasGutter minWidths={{ default: '12rem' }} maxWidths={{ default: '16rem' }}>
      {COUNTS.map((one) => (
        <Count key={one.label} {...one} />
      ))}
    </Gallery>
  );
}

function Count({ label, count }: (typeof COUNTS)[number]) {
  const platform = usePlatform();
  const { value, error } = useLoaded(() => count(platform), [platform]);
  return (
    <Card isCompact isFlat>
      <CardTitle component="h2">{text(label)}</CardTitle>
      <CardBody className="heimdall-count">
        {error ? (
          <small>{error.message}</small>
        ) : value === null ? (
          <Skeleton screenreaderText={text('loading')} />
        ) : (
          number(value)
        )}
      </CardBody>
    </Card>
  );
}
