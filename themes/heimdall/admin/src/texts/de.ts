// SPDX-License-Identifier: Apache-2.0
import { apiKeys } from './api-keys.de';
import { auditLog } from './audit-log.de';
import { invites } from './invites.de';
import { machineClients } from './machine-clients.de';
import { mail } from './mail.de';
import { overview } from './overview.de';
import { providers } from './providers.de';
import { settings } from './settings.de';
import { tenants } from './tenants.de';
import type { Texts } from './texts';
import { users } from './users.de';
import { webhooks } from './webhooks.de';

export const de: Texts = {
  ...apiKeys,
  ...auditLog,
  ...invites,
  ...machineClients,
  ...mail,
  ...overview,
  ...providers,
  ...settings,
  ...tenants,
  ...users,
  ...webhooks,

  // The frame
  heimdall: 'Heimdall',
  loading: 'Wird geladen',
  pageFailed:
    'Diese Seite funktioniert nicht. Laden Sie die Konsole neu; vielleicht gehört sie zu einer älteren Version des ' +
    'Servers.',
  noSuchPage: 'Eine Seite „{0}“ gibt es nicht; das ist die erste.',
  lacksRole: 'Ihrem Konto fehlt die Admin-Rolle {0}.',
  forbidden: 'Ihrem Konto fehlt die Admin-Rolle dafür.',
  notThere: 'Das gibt es nicht mehr, oder dieser Realm ist keine Heimdall-App.',
  loggedOut: 'Ihre Anmeldung ist abgelaufen. Laden Sie die Seite neu.',
  conflict: 'Das passt nicht zu dem, was schon da ist.',
  tooMany: 'Zu viele Aufrufe auf einmal. Versuchen Sie es in einer Minute wieder.',
  failed: 'Der Server hat das abgelehnt oder konnte es nicht ausführen.',
  unreachable: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  notOfTheApi:
    'Was zurückkam, ist keine Antwort der API. Vielleicht hat es etwas zwischen dieser Seite und dem Server ' +
    'gesendet.',
  unavailable: 'Der Server ist nicht verfügbar. Versuchen Sie es gleich noch einmal.',
  tooLarge: 'Das ist dem Server zu groß.',
  mayNotGive: 'Ihr Konto darf das nicht vergeben, weil es dazu selbst nicht berechtigt ist: {0}.',
  tryAgain: 'Noch einmal versuchen',
  wrongForm: 'hat nicht die richtige Form',
  seeMarked: 'Der Server hat abgelehnt, was markiert ist.',
  pageNotLoaded:
    'Diese Seite ließ sich nicht laden. Der Server ist nicht erreichbar, oder er hat eine andere Version, seit diese ' +
    'Konsole geöffnet wurde. Laden Sie die Konsole neu.',
  loadAgain: 'Die Konsole neu laden',

  // Lists and dialogs
  actions: 'Aktionen',
  more: 'Weitere anzeigen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  save: 'Speichern',
  delete: 'Löschen',
  revoke: 'Widerrufen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  secretOnce: 'Jetzt kopieren: Es wird nur dieses eine Mal angezeigt.',
  name: 'Name',
  email: 'E-Mail',
  role: 'Rolle',
  status: 'Status',
  created: 'Angelegt',
  expires: 'Läuft ab',
  lastUsed: 'Zuletzt benutzt',
  never: 'Nie',
  permissions: 'Berechtigungen',
  ofBackends: 'Was Backends für Benutzer und Mandanten tun',
  ofTheApp: 'Berechtigungen Ihrer App',
  ofHeimdall: 'Berechtigungen von Heimdall',
  copyRefused: 'Der Browser lässt diese Seite nicht kopieren.',
  fillIn: 'Bitte ausfüllen.',
  fillInAll: 'Noch auszufüllen: {0}.',
  chooseSome: 'Bitte mindestens eines auswählen.',
  discardAsked: 'Änderungen verwerfen?',
  notSaved: 'Was Sie auf dieser Seite geändert haben, ist nicht gespeichert.',
  discard: 'Verwerfen',
  keepEditing: 'Weiter bearbeiten',
  noTime: 'Das ist kein ganzes Datum mit Uhrzeit.',
  noNumber: 'Das ist keine Zahl.',
  leaveAsked: 'Diese Seite verlassen?',
  secretLost: 'Was gerade angelegt wurde, ist dann verloren: Es wird nie wieder angezeigt.',
  enteredLost: 'Was Sie eingegeben haben, ist nicht gespeichert.',
  isWaiting: 'Der Server hat noch nicht geantwortet. Vielleicht führt er trotzdem aus, was Sie verlangt haben.',
  leave: 'Verlassen',
  stay: 'Hier bleiben',
  slow: 'Der Server hat eine Minute lang nicht geantwortet. Versuchen Sie es noch einmal.',
  slowAct:
    'Der Server hat eine Minute lang nicht geantwortet. Vielleicht hat er es trotzdem ausgeführt: Sehen Sie nach, ' +
    'bevor Sie es noch einmal versuchen.',
};
