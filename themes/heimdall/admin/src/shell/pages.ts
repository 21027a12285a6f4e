// SPDX-License-Identifier: Apache-2.0
import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { TextKey } from '../texts/texts';

export interface Page {
  /** What the address names. */
  path: string;
  title: TextKey;
  intro: TextKey;
  Content: LazyExoticComponent<ComponentType>;
}

/** In the order of the navigation; the first is what "Heimdall" opens. */
export const PAGES: [Page, ...Page[]] = [
  {
    path: 'overview',
    title: 'overview',
    intro: 'overviewIntro',
    Content: lazy(() => import('../pages/overview/overview')),
  },
  {
    path: 'settings',
    title: 'settings',
    intro: 'settingsIntro',
    Content: lazy(() => import('../pages/settings/settings')),
  },
  { path: 'users', title: 'users', intro: 'usersIntro', Content: lazy(() => import('../pages/users/users')) },
  { path: 'roles', title: 'roles', intro: 'rolesIntro', Content: lazy(() => import('../pages/roles/roles')) },
  { path: 'tenants', title: 'tenants', intro: 'tenantsIntro', Content: lazy(() => import('../pages/tenants/tenants')) },
  { path: 'api-keys', title: 'apiKeys', intro: 'apiKeysIntro', Content: lazy(() => import('../pages/api-keys')) },
  {
    path: 'machine-clients',
    title: 'machines',
    intro: 'machinesIntro',
    Content: lazy(() => import('../pages/machine-clients')),
  },
  { path: 'invites', title: 'invites', intro: 'invitesIntro', Content: lazy(() => import('../pages/invites')) },
  {
    path: 'providers',
    title: 'providers',
    intro: 'providersIntro',
    Content: lazy(() => import('../pages/providers/providers')),
  },
  { path: 'mail', title: 'mail', intro: 'mailIntro', Content: lazy(() => import('../pages/mail/mail')) },
  {
    path: 'webhooks',
    title: 'webhooks',
    intro: 'webhooksIntro',
    Content: lazy(() => import('../pages/webhooks/webhooks')),
  },
  {
    path: 'audit-log',
    title: 'auditLog',
    intro: 'auditLogIntro',
    Content: lazy(() => import('../pages/audit-log/audit-log')),
  },
];

/** The page that the address names; `isKnown` is false where it names one that is none. */
export function pageAt(path: string | null): { page: Page; isKnown: boolean } {
  const page = PAGES.find((one) => one.path === path);
  return { page: page ?? PAGES[0], isKnown: page !== undefined || path === null };
}
