// SPDX-License-Identifier: Apache-2.0
export const providers = {
  providers: 'Sign-in providers',
  providersIntro:
    'By whom else users sign in. Keycloak’s own page sets one up; at the provider, register the callback URL that ' +
    'is shown here.',
  noProviders: 'No providers',
  noProvidersBody: 'Add an identity provider in Keycloak.',
  callback: 'Callback URL',
  inKeycloak: 'In Keycloak',
  openThere: 'Open',
  setUpThere: 'Set up',
  notSetUp: 'Not set up',
} as const;
