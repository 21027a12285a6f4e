// SPDX-License-Identifier: Apache-2.0
import type { overview as english } from './overview.en';

export const overview: Record<keyof typeof english, string> = {
  overview: 'Übersicht',
  overviewIntro: 'Was diese App ist, ob ihr etwas fehlt und wo ihre API antwortet.',
  health: 'Zustand',
  healthy: 'Dieser App fehlt nichts, was die API braucht.',
  slug: 'Slug',
  environment: 'Umgebung',
  environmentProduction: 'Produktion',
  environmentStaging: 'Staging',
  environmentDevelopment: 'Entwicklung',
  signins: 'Anmeldungen der letzten 30 Tage',
  signinsSaid: '{0} gelungen, {1} gescheitert.',
  signinsOf: '{0}: {1} gelungen, {2} gescheitert',
  signinsMost: 'Höchstens {0} an einem Tag.',
  signinsSucceeded: 'Gelungen',
  signinsFailed: 'Gescheitert',
  noEvents:
    'Dieser Realm hebt keine Ereignisse auf, also wird nichts gezählt. Das ändert Realm-Einstellungen → Ereignisse ' +
    '→ Benutzerereignisse.',
  signinFailures: 'Gescheiterte Anmeldungen',
  verifications: 'Abgeschlossene Bestätigungen',
  resets: 'Abgeschlossene Passwort-Rücksetzungen',
  withFactor: 'Benutzer mit zweitem Faktor',
  sessionsNow: 'Sitzungen der API derzeit',
  addresses: 'Adressen',
  addressApi: 'API der App',
  addressIssuer: 'Aussteller ihrer Token',
  addressConfiguration: 'OpenID-Konfiguration',
  addressKeys: 'Schlüssel ihrer Token',
  addressPlatform: 'API für ihre Admins',
  firstCall: 'Ein erster Aufruf',
  firstCallIntro: 'Registriert jemanden, wenn die Registrierung offen ist; die Antwort enthält Token.',
};
