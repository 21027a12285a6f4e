// SPDX-License-Identifier: Apache-2.0
import { Card, CardBody, CardTitle, Gallery, Skeleton } from '@patternfly/react-core';
import { addressOfPage } from '../../parts/addresses';
import { useLoaded } from '../../parts/loaded';
import { usePlatform } from '../../shell/platform';
import type { Paged, Platform } from '../../shell/platform';
import { number, text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

interface Counted {
  label: TextKey;
  page: string;
  /** How many there are, as the reader writes it. */
  count: (platform: Platform) => Promise<string>;
}

/** What is counted; each needs an admin role of its own. */
const COUNTS: Counted[] = [
  {
    label: 'users',
    page: 'users',
    count: async (platform) => number(await platform.keycloak<number>('get', '/users/count', 'query-users')),
  },
  {
    label: 'tenants',
    page: 'tenants',
    count: async (platform) => upTo(await platform.call('get', '/tenants', { query: { limit: 100 } })),
  },
  { label: 'apiKeys', page: 'api-keys', count: async (platform) => upTo(await platform.call('get', '/api-keys')) },
  {
    label: 'machines',
    page: 'machine-clients',
    count: async (platform) => upTo(await platform.call('get', '/credentials', { query: { limit: 200 } })),
  },
];

/** Of what the API tells no number, as many as it lists at once, and whether there are more. */
function upTo({ data, pagination }: Paged<unknown>): string {
  return number(data.length) + (pagination?.next_cursor ? '+' : '');
}

export function Counts() {
  return (
    <Gallery hasGutter minWidths={{ default: '13.5rem' }}>
      {COUNTS.map((one) => (
        <Count key={one.label} {...one} />
      ))}
    </Gallery>
  );
}

function Count({ label, page, count }: Counted) {
  const platform = usePlatform();
  const { value, error } = useLoaded(() => count(platform), [platform]);
  return (
    <Card isCompact isFlat>
      <CardTitle component="h2">
        <a href={addressOfPage(platform.realm, page)}>{text(label)}</a>
      </CardTitle>
      <CardBody className="heimdall-count">
        {error ? (
          <small>{error.message}</small>
        ) : value === null ? (
          <Skeleton screenreaderText={text('loading')} />
        ) : (
          value
        )}
      </CardBody>
    </Card>
  );
}
