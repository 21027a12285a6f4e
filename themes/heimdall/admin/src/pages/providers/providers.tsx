// SPDX-License-Identifier: Apache-2.0
import { Label } from '@patternfly/react-core';
import { addressesOf } from '../../parts/addresses';
import { CopyButton } from '../../parts/copy-button';
import { Listing } from '../../parts/listing';
import { Time } from '../../parts/time';
import { Url } from '../../parts/url';
import type { Answer } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { text } from '../../texts/texts';

type Provider = Answer<'/auth-config/providers'>[number] & {
  /** Where it calls back, or why that is not known. */
  callback: string | Error;
  /** Keycloak's page of it, or the one that makes it. */
  page: string;
};

/** As Keycloak's own API tells it. */
interface Instance {
  alias: string;
  providerId: string;
}

export default function Providers() {
  const platform = usePlatform();
  const base = `#/${encodeURIComponent(platform.realm)}/identity-providers`;
  const load = async () => {
    // First, as its refusal names the role that is missing.
    const providers = await platform.call('get', '/auth-config/providers');
    const [instances, addresses] = await Promise.all([
      platform.keycloak<Instance[]>('get', '/identity-provider/instances', 'view-identity-providers'),
      addressesOf(platform).catch((error: Error) => error),
    ]);
    const data = providers.map((provider): Provider => {
      const kind = instances.find(({ alias }) => alias === provider.provider)?.providerId;
      const alias = encodeURIComponent(provider.provider);
      return {
        ...provider,
        callback: addresses instanceof Error ? addresses : `${addresses.api}/auth/oauth/${alias}/callback`,
        page: kind ? `${base}/${encodeURIComponent(kind)}/${alias}/settings` : `${base}/${alias}/add`,
      };
    });
    return { data };
  };
  return (
    <Listing<Provider>
      title={text('providers')}
      empty={{ title: text('noProviders'), body: text('noProvidersBody') }}
      load={load}
      idOf={({ provider }) => provider}
      nameOf={({ display_name }) => display_name}
      columns={[
        { label: text('name'), value: ({ display_name }) => display_name },
        { label: text('status'), value: (provider) => <State provider={provider} /> },
        {
          label: text('callback'),
          value: ({ callback, display_name }) =>
            callback instanceof Error ? (
              <small>{callback.message}</small>
            ) : (
              <>
                <Url value={callback} />{' '}
                <CopyButton label={`${text('callback')} ${display_name}`} value={callback} />
              </>
            ),
        },
        { label: text('changed'), value: ({ updated_at }) => <Time value={updated_at} /> },
        {
          label: text('inKeycloak'),
          value: ({ page, configured, display_name }) => (
            <a href={page} aria-label={`${text(configured ? 'openThere' : 'setUpThere')}: ${display_name}`}>
              {text(configured ? 'openThere' : 'setUpThere')}
            </a>
          ),
        },
      ]}
    />
  );
}

function State({ provider: { configured, enabled } }: { provider: Provider }) {
  if (!configured) {
    return <Label isCompact>{text('notSetUp')}</Label>;
  }
  return (
    <Label isCompact color={enabled ? 'green' : 'grey'}>
      {text(enabled ? 'active' : 'inactive')}
    </Label>
  );
}
