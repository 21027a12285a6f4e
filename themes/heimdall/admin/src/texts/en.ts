// SPDX-License-Identifier: Apache-2.0
import { apiKeys } from './api-keys.en';
import { auditLog } from './audit-log.en';
import { invites } from './invites.en';
import { machineClients } from './machine-clients.en';
import { mail } from './mail.en';
import { overview } from './overview.en';
import { providers } from './providers.en';
import { settings } from './settings.en';
import { tenants } from './tenants.en';
import { users } from './users.en';
import { webhooks } from './webhooks.en';

export const en = {
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
  loading: 'Loading',
  pageFailed: 'This page does not work. Load the console again; it may be of an older version of the server.',
  noSuchPage: 'There is no page “{0}”; this is the first one.',
  lacksRole: 'Your account lacks the admin role {0}.',
  forbidden: 'Your account lacks the admin role for this.',
  notThere: 'It is not there any more, or this realm is no Heimdall app.',
  loggedOut: 'Your login has ended. Load the page again to log in.',
  conflict: 'That does not fit what is there.',
  tooMany: 'Too many calls at once. Try again in a minute.',
  failed: 'The server refused this or could not do it.',
  unreachable: 'The server cannot be reached. Check your connection and try again.',
  notOfTheApi: 'What came back is no answer of the API. Something between this page and the server may have sent it.',
  unavailable: 'The server is not available. Try again in a moment.',
  tooLarge: 'That is too large for the server.',
  mayNotGive: 'Your account may not give this, as it may not do it itself: {0}.',
  tryAgain: 'Try again',
  wrongForm: 'is not of the right form',
  seeMarked: 'The server refused what is marked.',
  pageNotLoaded:
    'This page could not be loaded. The server cannot be reached, or it has another version since this console was ' +
    'opened. Load the console again.',
  loadAgain: 'Load the console again',

  // Lists and dialogs
  actions: 'Actions',
  more: 'Show more',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  delete: 'Delete',
  revoke: 'Revoke',
  copy: 'Copy',
  copied: 'Copied',
  secretOnce: 'Copy it now: it is shown this once and never again.',
  name: 'Name',
  email: 'Email',
  role: 'Role',
  status: 'Status',
  created: 'Created',
  expires: 'Expires',
  lastUsed: 'Last used',
  never: 'Never',
  permissions: 'Permissions',
  ofBackends: 'What backends do for users and tenants',
  ofTheApp: 'Permissions of your app',
  ofHeimdall: 'Permissions of Heimdall',
  copyRefused: 'The browser does not let this page copy.',
  fillIn: 'Fill this in.',
  fillInAll: 'Still to be filled in: {0}.',
  chooseSome: 'Choose at least one.',
  discardAsked: 'Discard changes?',
  notSaved: 'What you changed on this page is not saved.',
  discard: 'Discard changes',
  keepEditing: 'Keep editing',
  noTime: 'This is no whole date with a time of day.',
  noNumber: 'This is no number.',
  leaveAsked: 'Leave this page?',
  secretLost: 'The secret that was made is lost then: nothing shows it again.',
  enteredLost: 'What you entered is not saved.',
  isWaiting: 'The server has not answered yet. What you asked for may be done all the same.',
  leave: 'Leave',
  stay: 'Stay here',
  slow: 'The server did not answer within a minute. Try again.',
  slowAct:
    'The server did not answer within a minute. It may have done it all the same: look before you try again.',
} as const;
