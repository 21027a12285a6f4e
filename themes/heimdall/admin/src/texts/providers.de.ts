// SPDX-License-Identifier: Apache-2.0
import type { providers as english } from './providers.en';

export const providers: Record<keyof typeof english, string> = {
  providers: 'Anmeldeanbieter',
  providersIntro:
    'Über diese Anbieter können sich Benutzer anmelden. Eingerichtet wird ein Anbieter auf Keycloaks eigener Seite; ' +
    'beim Anbieter ist die hier gezeigte Callback-URL einzutragen.',
  noProviders: 'Keine Anbieter',
  noProvidersBody: 'Legen Sie in Keycloak einen Identity Provider an.',
  callback: 'Callback-URL',
  inKeycloak: 'In Keycloak',
  openThere: 'Öffnen',
  setUpThere: 'Einrichten',
  notSetUp: 'Nicht eingerichtet',
};
