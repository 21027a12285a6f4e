// SPDX-License-Identifier: Apache-2.0
import type { settings as english } from './settings.en';

export const settings: Record<keyof typeof english, string> = {
  settings: 'Einstellungen',
  settingsIntro:
    'Wie sich Benutzer registrieren und anmelden und was die API von ihnen verlangt. Gespeichertes gilt ab der ' +
    'nächsten Anfrage.',
  settingsSaved: 'Die Einstellungen sind gespeichert.',
  undo: 'Änderungen verwerfen',
  default: 'Standard: {0}.',
  on: 'an',
  off: 'aus',
  empty: 'leer',
  unitOf: 'Einheit von „{0}“',
  seconds: 'Sekunden',
  minutes: 'Minuten',
  hoursUnit: 'Stunden',
  days: 'Tage',
  realmLocks:
    'Auch Keycloaks eigene Brute-Force-Erkennung sperrt einen Benutzer, nach {0} falschen Passwörtern; das ' +
    'Strengere gilt.',
  realmLocksNobody: 'Keycloaks eigene Brute-Force-Erkennung ist in diesem Realm aus.',
  realmPolicy: 'Die Passwortrichtlinie des Realms gilt auch: {0}.',

  setApp: 'App',
  setEnabled: 'Heimdall-API',
  setEnabledHelp: 'Ob dieser Realm als App antwortet.',
  setEnabledDanger:
    'Alle werden mit 404 abgewiesen, und dieser Eintrag der Navigation verschwindet. Einschalten lässt sie sich ' +
    'wieder auf der Kommandozeile: ' +
    'kcadm.sh update {0} -s \'attributes."heimdall.enabled"=true\'',
  setEnabledDangerTab:
    'Alle werden mit 404 abgewiesen, und dieser Eintrag der Navigation verschwindet. Einschalten lässt sie sich ' +
    'wieder unter Realm-Einstellungen → Heimdall oder auf der Kommandozeile: ' +
    'kcadm.sh update {0} -s \'attributes."heimdall.enabled"=true\'',
  appTurnedOff:
    'Heimdall ist ausgeschaltet: Dieser Realm ist keine App mehr. So wird sie wieder eingeschaltet: ' +
    'kcadm.sh update {0} -s \'attributes."heimdall.enabled"=true\'',
  setStatusHelp: 'Was die App für ihre Benutzer tut.',
  statusActive: 'Aktiv',
  statusSuspended: 'Gesperrt',
  statusArchived: 'Archiviert',
  setStatusDanger: 'Jeder Aufruf der App wird mit 403 abgewiesen.',

  setAuth: 'Auth-Konfiguration (Auth config)',
  setAuthHelp:
    'Wie sich Benutzer registrieren und anmelden und was für ihre Passwörter und Sitzungen gilt. Andere Systeme ' +
    'lesen und ändern das meiste davon unter /auth-config der Plattform-API.',
  setSignup: 'Registrierung',
  setSignupOpen: 'Registrierung ist offen',
  setSignupOpenHelp: 'Ob Fremde ein Konto anlegen dürfen. Einladungen gelten auch ohne das.',
  setSignupKey: 'API-Schlüssel bei der Registrierung',
  setSignupKeyHelp: 'Ob nur ein Backend mit API-Schlüssel jemanden registrieren darf.',
  setSignupRole: 'Rolle neuer Benutzer',
  setSignupRoleHelp: 'Was jemand darf, der sich gerade registriert hat.',
  setDomains: 'E-Mail-Domains, die sich registrieren dürfen',
  setDomainsHelp: 'Durch Kommas getrennt; eine Subdomain zählt nur, wenn sie selbst genannt ist. Leer erlaubt alle.',

  setSignin: 'Anmeldung',
  setSigninOpen: 'Anmeldung ist offen',
  setSigninOpenHelp: 'Ob sich Benutzer anmelden dürfen. Bestehende Sitzungen laufen weiter.',
  setSigninDanger: 'Niemand kann sich anmelden.',
  setFailures: 'Falsche Passwörter bis zur Sperre',
  setFailuresHelp: '1 bis 100.',
  setCodes: 'Codes gelten',
  setCodesHelp: 'Wie lange ein gemailter Code gilt: eine Minute bis ein Tag.',
  setLinks: 'E-Mail eines Anbieters, die ein Konto hat',
  setLinksHelp: 'Was geschieht, wenn sich jemand über einen Anbieter mit der E-Mail eines Kontos anmeldet.',
  linkAuto: 'Beide sofort verknüpfen',
  linkConfirm: 'Den Benutzer das Konto erst nachweisen lassen',
  linkReject: 'Ablehnen',
  setLinksDanger: 'Wer bei einem Anbieter über die E-Mail verfügt, kommt in das Konto.',
  setOrigins: 'Origins, zu denen eine Anmeldung über einen Anbieter zurückkehren darf',
  setOriginsHelp: 'Durch Kommas getrennt. Ohne eine meldet sich niemand über einen Anbieter an.',

  setPasswords: 'Passwörter',
  setLength: 'Mindestlänge',
  setLengthHelp: '8 bis 128 Zeichen.',
  setUppercase: 'Ein Großbuchstabe',
  setUppercaseHelp: 'Ob ein neues Passwort einen haben muss.',
  setDigit: 'Eine Ziffer',
  setDigitHelp: 'Ob ein neues Passwort eine haben muss.',
  setSymbol: 'Ein Sonderzeichen',
  setSymbolHelp: 'Ob ein neues Passwort ein Zeichen haben muss, das weder Buchstabe noch Ziffer noch Leerzeichen ist.',

  setSessions: 'Sitzungen',
  setAccess: 'Zugriffstoken gelten',
  setAccessHelp:
    'Bis zu einem Tag. Ein Backend, das Token selbst prüft, nimmt eines bis dahin an, was auch mit der Sitzung ' +
    'geschieht.',
  setSession: 'Sitzungen dauern',
  setSessionHelp: 'Wie lange eine Sitzung ab ihrem Beginn erneuert werden kann, bis zu einem Jahr.',
  setMaxSessions: 'Höchstzahl der Sitzungen je Benutzer',
  setMaxSessionsHelp: '1 bis 1000. Die älteste endet, wenn eine weitere beginnt.',
  setFresh: 'Heikle Änderungen verlangen eine Anmeldung innerhalb der letzten',
  setFreshHelp: 'Für Änderungen an Kontakten und zweiten Faktoren und für das Löschen des Kontos. 0 verlangt nichts.',

  setMail: 'E-Mail',
  setNotify: 'E-Mails an Benutzer',
  setNotifyHelp: 'Ob die App E-Mails versendet: Codes, Einladungen und Hinweise auf Änderungen am Konto.',
  setWebOrigin: 'Wohin Links in E-Mails führen',
  setWebOriginHelp: 'Die Origin Ihres Frontends. Leer sendet Codes ohne Links.',

  setRates: 'Häufigkeit',
  setRateSignup: 'Registrierungen pro Minute',
  setRateSignupHelp: 'Von einer Adresse an einem Knoten, auch angenommene Einladungen; 0 heißt beliebig oft.',
  setRateSignin: 'Anmeldungen pro Minute',
  setRateSigninHelp:
    'Von einer Adresse an einem Knoten, auch zweite Faktoren; 0 heißt beliebig oft. Backends mit API-Schlüssel ' +
    'zählen nicht.',
  setRateRefresh: 'Erneuerungen pro Minute',
  setRateRefreshHelp: 'Von einer Adresse an einem Knoten, auch Abmeldungen; 0 heißt beliebig oft.',
  setRateCodes: 'Codes pro Minute',
  setRateCodesHelp: 'Von einer Adresse an einem Knoten eingegeben oder angefordert; 0 heißt beliebig oft.',
  setRateToken: 'Maschinentoken pro Minute',
  setRateTokenHelp: 'Von einer Adresse an einem Knoten; 0 heißt beliebig oft.',

  setApi: 'API',
  setEnforce: 'Berechtigungen durchsetzen',
  setEnforceHelp:
    'An: Jeder Aufruf braucht die Berechtigung, mit der er dokumentiert ist. Aus: Jedes gültige Token genügt.',
  setNaming: 'Namen der Felder im Profil',
  setNamingHelp: 'Wie GET /me sie schreibt.',
  namingCamel: 'displayName',
  namingSnake: 'display_name',

  settingsWrong: 'Nichts ist gespeichert. Diese brauchen einen anderen Wert: {0}.',
  wholeNumber: 'Geben Sie eine ganze Zahl von {0} bis {1} ein.',
  timeFromTo: 'Geben Sie eine Zeit von {0} bis {1} ein.',
  noItems: 'Das hat nicht die richtige Form: {0}. Richtig wäre zum Beispiel: {1}.',
  noOrigin: 'Geben Sie eine Origin ein, etwa https://app.example.com, ohne einen Pfad.',
};
