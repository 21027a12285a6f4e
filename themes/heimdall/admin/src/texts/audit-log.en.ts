// SPDX-License-Identifier: Apache-2.0
export const auditLog = {
  auditLog: 'Audit log',
  auditLogIntro: 'What users and administrators did in this app, the newest first.',
  noEntries: 'No entries',
  noEntriesBody: 'What users and administrators do is shown here, for as long as the realm keeps its events.',
  actor: 'Actor',
  noSuchActor: 'There is no user “{0}”. An administrator is found by id.',
  since: 'Since',
  until: 'Until',
  didSucceed: 'Succeeded',
  didFail: 'Failed',
  filter: 'Filter',
  what: 'What',
  exportAs: 'Export as {0}',
  exported: '{0} entries so far',
  stop: 'Stop here',
} as const;
