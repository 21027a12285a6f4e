// SPDX-License-Identifier: Apache-2.0
export const providers = {
  providers: 'Sign-in providers',
  providersIntro:
    'The providers through which users can sign in. Set one up on Keycloak’s own page, and register the callback URL ' +
    'that is shown here at the provider.',
  noProviders: 'No providers',
  noProvidersBody: 'Add an identity provider in Keycloak.',
  callback: 'Callback URL',
  inKeycloak: 'In Keycloak',
  openThere: 'Open',
  setUpThere: 'Set up',
  notSetUp: 'Not set up',
} as const;
