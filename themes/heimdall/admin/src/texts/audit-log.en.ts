// SPDX-License-Identifier: Apache-2.0
export const auditLog = {
  auditLog: 'Audit log',
  auditLogIntro: 'What users and admins did in this app, the newest first.',
  noEntries: 'No entries',
  noEntriesBody: 'What users and admins do is shown here, for as long as the realm keeps its events.',
  actor: 'Actor',
  noSuchActor:
    'There is no user “{0}”, and no admin of that name whom you may see. Everyone is found by id, too.',
  since: 'Since',
  until: 'Until',
  didSucceed: 'Succeeded',
  didFail: 'Failed',
  filter: 'Filter',
  what: 'What',
  exportAs: 'Export as {0}',
  exportBroken: 'The export broke off after {0} entries, and no file was saved. {1}',
  exported: '{0} entries so far',
  stop: 'Stop here',
  ofRealm: '{0} (realm {1})',
  clientNamed: 'M2M client “{0}”',
  keyNamed: 'API key “{0}”',
  anAdmin: 'Admin or API key',
} as const;
