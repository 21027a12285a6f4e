// SPDX-License-Identifier: Apache-2.0
export const settings = {
  settings: 'Settings',
  settingsIntro: 'How users sign up and in, and what the API asks of them. What is saved holds from the next request.',
  settingsSaved: 'The settings were saved.',
  undo: 'Undo changes',
  default: 'Default: {0}.',
  on: 'on',
  off: 'off',
  empty: 'empty',
  unitOf: 'Unit of “{0}”',
  seconds: 'seconds',
  minutes: 'minutes',
  hoursUnit: 'hours',
  days: 'days',
  realmLocks: 'Keycloak’s own brute force detection locks a user after {0} wrong passwords too; the stricter holds.',
  realmLocksNobody: 'Keycloak’s own brute force detection is off in this realm.',
  realmPolicy: 'The realm’s password policy holds too: {0}.',

  setApp: 'App',
  setEnabled: 'Heimdall API',
  setEnabledHelp: 'Whether this realm answers as an app.',
  setEnabledDanger:
    'Everyone is refused with 404, and this entry of the navigation goes away. Turn it on again by the command ' +
    'line: kcadm.sh update {0} -s \'attributes."heimdall.enabled"=true\'',
  setEnabledDangerTab:
    'Everyone is refused with 404, and this entry of the navigation goes away. Turn it on again under Realm ' +
    'settings → Heimdall, or by the command line: ' +
    'kcadm.sh update {0} -s \'attributes."heimdall.enabled"=true\'',
  appTurnedOff:
    'Heimdall is turned off: this realm is no app any more. To turn it on again: ' +
    'kcadm.sh update {0} -s \'attributes."heimdall.enabled"=true\'',
  setStatusHelp: 'What the app does for its users.',
  statusActive: 'Active',
  statusSuspended: 'Suspended',
  statusArchived: 'Archived',
  setStatusDanger: 'Every call of the app is refused with 403.',

  setAuth: 'Auth config',
  setAuthHelp:
    'How users sign up and in, and what is asked of their passwords and sessions. Other systems read and change most ' +
    'of it at /auth-config of the platform API.',
  setSignup: 'Sign-up',
  setSignupOpen: 'Sign-up is open',
  setSignupOpenHelp: 'Whether strangers may make an account. Invites work without it.',
  setSignupKey: 'API key at sign-up',
  setSignupKeyHelp: 'Whether only a backend with an API key may sign someone up.',
  setSignupRole: 'Role of new users',
  setSignupRoleHelp: 'What someone may do who has just signed up.',
  setDomains: 'Email domains that may sign up',
  setDomainsHelp: 'Separated by commas; a subdomain counts only where it is listed. Empty allows any.',

  setSignin: 'Sign-in',
  setSigninOpen: 'Sign-in is open',
  setSigninOpenHelp: 'Whether users may sign in. Sessions that are there live on.',
  setSigninDanger: 'Nobody can sign in.',
  setFailures: 'Wrong passwords until a lock',
  setFailuresHelp: '1 to 100.',
  setCodes: 'Codes hold for',
  setCodesHelp: 'How long a mailed code can be used: a minute to a day.',
  setLinks: 'Provider’s email that an account has',
  setLinksHelp: 'What happens when someone signs in by a provider with an email of an account.',
  linkAuto: 'Link the two at once',
  linkConfirm: 'Ask the user to prove the account first',
  linkReject: 'Refuse',
  setLinksDanger: 'Whoever controls the email at a provider gets into the account.',
  setOrigins: 'Origins that a provider’s sign-in may return to',
  setOriginsHelp: 'Separated by commas. Without one nobody signs in by a provider.',

  setPasswords: 'Passwords',
  setLength: 'Minimum length',
  setLengthHelp: '8 to 128 characters.',
  setUppercase: 'An uppercase letter',
  setUppercaseHelp: 'Whether a new password must have one.',
  setDigit: 'A digit',
  setDigitHelp: 'Whether a new password must have one.',
  setSymbol: 'A symbol',
  setSymbolHelp: 'Whether a new password must have a character that is neither a letter nor a digit nor a space.',

  setSessions: 'Sessions',
  setAccess: 'Access tokens hold for',
  setAccessHelp:
    'Up to a day. A backend that verifies tokens by itself takes one until then, whatever happens to its session.',
  setSession: 'Sessions last for',
  setSessionHelp: 'How long a session can be refreshed from its start, up to a year.',
  setMaxSessions: 'Sessions of one user at most',
  setMaxSessionsHelp: '1 to 1000. The oldest ends when one more starts.',
  setFresh: 'Sensitive changes need a sign-in within the last',
  setFreshHelp: 'For changes of contacts and second factors, and for deleting the account. 0 asks nothing.',

  setMail: 'Mail',
  setNotify: 'Mail to users',
  setNotifyHelp: 'Whether the app sends mail: codes, invites, and notices of changes to an account.',
  setWebOrigin: 'Where links in mails lead',
  setWebOriginHelp: 'The origin of your frontend. Empty sends codes without links.',

  setRates: 'Rate limits',
  setRateSignup: 'Sign-ups a minute',
  setRateSignupHelp: 'Of one address at one node, accepted invites too; 0 is as often as it likes.',
  setRateSignin: 'Sign-ins a minute',
  setRateSigninHelp:
    'Of one address at one node, second factors too; 0 is as often as it likes. Backends with an API key are not ' +
    'counted.',
  setRateRefresh: 'Refreshes a minute',
  setRateRefreshHelp: 'Of one address at one node, sign-outs too; 0 is as often as it likes.',
  setRateCodes: 'Codes a minute',
  setRateCodesHelp: 'Entered or asked for by one address at one node; 0 is as often as it likes.',
  setRateToken: 'Machine tokens a minute',
  setRateTokenHelp: 'Of one address at one node; 0 is as often as it likes.',

  setApi: 'API',
  setEnforce: 'Enforce permissions',
  setEnforceHelp: 'On, each call needs the permission that it is documented with. Off, any valid token will do.',
  setNaming: 'Names of a profile’s fields',
  setNamingHelp: 'How GET /me writes them.',
  namingCamel: 'displayName',
  namingSnake: 'display_name',

  settingsWrong: 'Nothing was saved. These need another value: {0}.',
  wholeNumber: 'Enter a whole number from {0} to {1}.',
  timeFromTo: 'Enter a time from {0} to {1}.',
  noItems: 'This is not of the right form: {0}. What is looks like this: {1}.',
  noOrigin: 'Enter an origin, such as https://app.example.com, without a path.',
} as const;
