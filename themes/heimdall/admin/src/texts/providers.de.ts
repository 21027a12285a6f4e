// SPDX-License-Identifier: Apache-2.0
import type { providers as english } from './providers.en';

export const providers: Record<keyof typeof english, string> = {
  providers: 'Anmeldedienste',
  providersIntro:
    'Über wen sich Benutzer sonst anmelden. Eingerichtet wird ein Dienst auf Keycloaks eigener Seite; beim Dienst ' +
    'ist die hier gezeigte Callback-URL einzutragen.',
  noProviders: 'Keine Anmeldedienste',
  noProvidersBody: 'Legen Sie in Keycloak einen Identity Provider an.',
  callback: 'Callback-URL',
  inKeycloak: 'In Keycloak',
  openThere: 'Öffnen',
  setUpThere: 'Einrichten',
  notSetUp: 'Nicht eingerichtet',
};
