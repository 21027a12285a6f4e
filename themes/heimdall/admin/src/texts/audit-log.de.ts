// SPDX-License-Identifier: Apache-2.0
import type { auditLog as english } from './audit-log.en';

export const auditLog: Record<keyof typeof english, string> = {
  auditLog: 'Audit-Log',
  auditLogIntro: 'Was Benutzer und Admins in dieser App taten, das Neueste zuerst.',
  noEntries: 'Keine Einträge',
  noEntriesBody: 'Was Benutzer und Admins tun, steht hier, solange der Realm seine Ereignisse aufhebt.',
  actor: 'Wer',
  noSuchActor:
    'Es gibt keinen Benutzer „{0}“ und keinen Admin dieses Namens, den Sie sehen dürfen. Alle findet man ' +
    'auch über ihre ID.',
  since: 'Von',
  until: 'Bis',
  didSucceed: 'Gelungen',
  didFail: 'Gescheitert',
  filter: 'Filtern',
  what: 'Was',
  exportAs: 'Als {0} exportieren',
  exportBroken: 'Der Export brach nach {0} Einträgen ab; es wurde keine Datei gespeichert. {1}',
  exported: 'Bisher {0} Einträge',
  stop: 'Hier anhalten',
  ofRealm: '{0} (Realm {1})',
  clientNamed: 'M2M-Client „{0}“',
  keyNamed: 'API-Schlüssel „{0}“',
  anAdmin: 'Admin oder API-Schlüssel',
  untilTooEarly: 'Das liegt vor „Von“.',
};
