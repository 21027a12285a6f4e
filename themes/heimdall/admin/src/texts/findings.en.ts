// SPDX-License-Identifier: Apache-2.0
/** What an app may lack and what cures it, by the code that the API tells; names and values stand in its own words. */
export const findings: Record<string, [message: string, cure: string]> = {
  audit_sink_disabled: [
    'The audit log is sent nowhere.',
    'Mend the receiver and save the audit sink on the page “Webhooks” again; it goes on where it was.',
  ],
  client_can_log_in: [
    'The client “heimdall” lets users log in past the API.',
    'Switch off the standard flow, direct access grants and service accounts of that client.',
  ],
  client_disabled: ['The client “heimdall” is disabled; every call is refused.', 'Enable the client.'],
  client_not_ours: [
    'The realm has a client “heimdall” of someone else; the app is not served.',
    'Give that client another id and turn the app on again.',
  ],
  client_secret_masked: [
    'An imported client has the asterisks of the export for a secret.',
    'Regenerate the secret of each confidential client that was imported.',
  ],
  client_sessions_short: [
    'The client “heimdall” ends sessions before their access tokens.',
    'Remove that client’s own session limits.',
  ],
  dead_letters: [
    'Events that your backend did not take are waiting.',
    'Mend the backend and send them again on the page “Webhooks”.',
  ],
  events_off: [
    'The realm does not save all events; activity and the audit log have gaps.',
    'Turn events on in the realm settings.',
  ],
  failures_not_kept: [
    'The realm forgets each wrong password at once; nobody is ever locked.',
    'Set “Failure reset time” of the brute force detection to hours rather than seconds.',
  ],
  machine_secret_missing: [
    'M2M clients were imported without their secrets and cannot log in.',
    'Give each a new secret and its scopes on the page “M2M clients”.',
  ],
  mail_failing: [
    'The mail server did not take the last mail of this node.',
    'Look for the reason in the log, and test the connection under Realm settings, Email.',
  ],
  name_not_at_root: [
    'The realm’s name is a path of Keycloak’s own at the root; the app answers below /realms/ only.',
    'Rename the realm, or have clients use /realms/.',
  ],
  no_owner: [
    'The app has users, and nobody has the role “owner”.',
    'Give the role to whom it belongs on the page “Users”.',
  ],
  organizations_off: [
    'The realm has organizations, which are switched off for it or for the server; the app has no tenants.',
    'Switch them on, or delete them if nobody needs them.',
  ],
  profile_requires_more: [
    'The user profile requires what no call of the API brings; nobody can sign up.',
    'Make those attributes optional in the realm’s user profile.',
  ],
  provider_flow_ignored: [
    'Identity providers have a flow of their own, which only Keycloak’s login page runs.',
    'Leave it if that is meant, or remove the flow from the provider.',
  ],
  realm_disabled: ['The realm is disabled; every call of the app is refused with 403.', 'Enable the realm.'],
  realm_renamed: [
    'The app had another name until lately.',
    'Have clients and backends that verify tokens use the new name.',
  ],
  role_for_everyone: [
    'The realm gives a powerful role to everyone who is new.',
    'Take the role out of the realm’s default roles and default groups.',
  ],
  role_not_ours: [
    'A realm role was there before the app and gives no rights in it.',
    'Set the role’s attribute heimdall.role to system, or give it another name.',
  ],
  setting_unknown: [
    'The realm has attributes that look like this API’s and that nothing reads.',
    'Correct the names, or remove the attributes.',
  ],
  setting_unreadable: [
    'An attribute of the realm has a value that it cannot have.',
    'Correct the attribute, or remove it for its default.',
  ],
  signup_default_role_unknown: [
    'New users are to get a role that the app does not have.',
    'Choose one of the app’s roles on the page “Settings”.',
  ],
  user_federation_disabled: [
    'A directory of the realm is turned off; its users cannot get in.',
    'Turn the directory on, or remove it.',
  ],
  verification_not_mailed: [
    'Nobody gets in whose email is not verified, and the app mails no codes for that.',
    'Set up the realm’s email and the page “Mail”; leave it if a backend of yours hands the codes on.',
  ],
  webhook_disabled: [
    'The webhook is off; events are kept in place of being sent.',
    'Mend the backend and save the webhook on the page “Webhooks” again.',
  ],
};
