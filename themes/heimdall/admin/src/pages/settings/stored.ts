// SPDX-License-Identifier: Apache-2.0
// The toggles of a realm, read and saved by Keycloak's admin API: as one component, which copies what it is given to
// the realm's attributes, checks it, and needs no feature.
import { roleNames } from '../../parts/role-field';
import type { Platform } from '../../shell/platform';
import { TOGGLES } from './sections';

const TYPE = 'org.keycloak.services.ui.extend.UiTabProvider';
const ID = 'heimdall';
const FEATURE = 'DECLARATIVE_UI';
const PREFIX = 'heimdall.';

/** The value of each toggle, by its name, as the realm's attributes have it. */
export type Values = Record<string, string>;

interface Component {
  id?: string;
  providerId: string;
  providerType: string;
  config: Record<string, string[]>;
}

interface Realm {
  attributes?: Values;
  bruteForceProtected?: boolean;
  failureFactor?: number;
  passwordPolicy?: string;
}

/** What the realm itself says, beside the toggles, which holds too. */
export interface Inherited {
  /** Wrong passwords until the realm locks a user; null where it does not. */
  failures: number | null;
  /** As Keycloak writes it; empty for none. */
  passwordPolicy: string;
}

export interface Stored {
  realm: string;
  /** The component's id; null where nothing was ever saved. */
  id: string | null;
  values: Values;
  defaults: Values;
  roles: string[];
  inherited: Inherited;
  /** Whether the realm's settings have the toggles too, which needs a feature of the server. */
  hasTab: boolean;
}

interface ServerInfo {
  features?: { name: string; enabled: boolean }[];
  componentTypes?: Record<string, { id: string; properties: { name: string; defaultValue?: string }[] }[]>;
}

export async function load(platform: Platform): Promise<Stored> {
  const [realm, components, info, roles] = await Promise.all([
    platform.keycloak<Realm>('get', '', 'view-realm'),
    platform.keycloak<Component[]>('get', `/components?type=${TYPE}`, 'view-realm'),
    platform.serverInfo<ServerInfo>(),
    roleNames(platform),
  ]);
  const component = components.find(({ providerId }) => providerId === ID);
  const properties = info.componentTypes?.[TYPE]?.find(({ id }) => id === ID)?.properties ?? [];
  const defaults = Object.fromEntries(properties.map(({ name, defaultValue }) => [name, defaultValue ?? '']));
  const values = Object.fromEntries(
    TOGGLES.map(({ name }) => [
      name,
      component?.config[name]?.[0] ?? realm.attributes?.[PREFIX + name] ?? defaults[name] ?? '',
    ]),
  );
  return {
    realm: platform.realm,
    id: component?.id ?? null,
    values,
    defaults,
    roles,
    hasTab: info.features?.some(({ name, enabled }) => name === FEATURE && enabled) ?? false,
    inherited: {
      failures: realm.bruteForceProtected ? (realm.failureFactor ?? null) : null,
      passwordPolicy: realm.passwordPolicy ?? '',
    },
  };
}

/** Saves what was changed; where nothing was saved before, all of it. */
export async function save(platform: Platform, { id, values }: Stored, changed: Values): Promise<void> {
  const config = (all: Values) => Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]]));
  const component = { name: ID, providerId: ID, providerType: TYPE };
  if (id) {
    await platform.keycloak('put', `/components/${id}`, 'manage-realm', { ...component, id, config: config(changed) });
  } else {
    const whole = { ...component, config: config({ ...values, ...changed }) };
    await platform.keycloak('post', '/components', 'manage-realm', whole);
  }
}
