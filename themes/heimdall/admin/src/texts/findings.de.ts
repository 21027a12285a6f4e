// SPDX-License-Identifier: Apache-2.0
/** What an app may lack and what cures it, by the code that the API tells; names and values stand in its own words. */
export const findings: Record<string, [message: string, cure: string]> = {
  audit_sink_disabled: [
    'Das Audit-Log wird nirgendwohin gesendet.',
    'Das Ziel in Ordnung bringen und das Audit-Ziel neu speichern; es geht dann weiter, wo es aufhörte.',
  ],
  client_can_log_in: [
    'Der Client „heimdall“ erlaubt Anmeldungen an der API vorbei.',
    'Standard Flow, Direct Access Grants und Service Accounts dieses Clients ausschalten.',
  ],
  client_disabled: ['Der Client „heimdall“ ist deaktiviert; jeder Aufruf wird abgewiesen.', 'Den Client aktivieren.'],
  client_not_ours: [
    'Der Realm hat einen fremden Client „heimdall“; die App wird nicht bedient.',
    'Den Client umbenennen und die App noch einmal einschalten.',
  ],
  client_secret_masked: [
    'Ein importierter Client hat die Sternchen des Exports als Geheimnis.',
    'Das Geheimnis jedes importierten vertraulichen Clients neu erzeugen.',
  ],
  client_sessions_short: [
    'Der Client „heimdall“ beendet Sitzungen vor ihren Zugriffstoken.',
    'Die eigenen Sitzungsgrenzen dieses Clients entfernen.',
  ],
  dead_letters: [
    'Ereignisse, die Ihr Backend nicht annahm, warten.',
    'Das Backend in Ordnung bringen und sie auf der Seite „Webhooks“ noch einmal senden.',
  ],
  events_off: [
    'Der Realm hält nicht alle Ereignisse fest; Aktivität und Audit-Log haben Lücken.',
    'Die Ereignisse in den Realm-Einstellungen einschalten.',
  ],
  failures_not_kept: [
    'Der Realm vergisst jedes falsche Passwort sofort; niemand wird je gesperrt.',
    '„Failure reset time“ der Brute-Force-Erkennung auf Stunden statt Sekunden setzen.',
  ],
  machine_secret_missing: [
    'M2M-Clients wurden ohne ihr Geheimnis importiert und können sich nicht anmelden.',
    'Jedem auf der Seite „M2M-Clients“ ein neues Geheimnis und seine Scopes geben.',
  ],
  mail_failing: [
    'Der Mailserver nahm die letzte E-Mail dieses Knotens nicht an.',
    'Den Grund im Log suchen und die Verbindung unter Realm-Einstellungen, E-Mail prüfen.',
  ],
  name_not_at_root: [
    'Der Name des Realms ist im Wurzelpfad ein Pfad von Keycloak; die App antwortet nur unter /realms/.',
    'Den Realm umbenennen, oder Clients auf /realms/ umstellen.',
  ],
  no_owner: [
    'Die App hat Benutzer, und niemand hat die Rolle „owner“.',
    'Die Rolle auf der Seite „Benutzer“ an den vergeben, dem sie zusteht.',
  ],
  organizations_off: [
    'Der Realm hat Organisationen, die für ihn oder für den Server ausgeschaltet sind; die App hat keine Mandanten.',
    'Einschalten, oder löschen, wenn niemand sie braucht.',
  ],
  profile_requires_more: [
    'Das Benutzerprofil verlangt, was kein Aufruf der API mitbringt; niemand kann sich registrieren.',
    'Diese Attribute im Benutzerprofil des Realms freistellen.',
  ],
  provider_flow_ignored: [
    'Identitätsanbieter haben einen eigenen Ablauf, den nur Keycloaks Anmeldeseite durchläuft.',
    'Nichts tun, wenn das so gewollt ist, oder den Ablauf beim Anbieter entfernen.',
  ],
  realm_disabled: ['Der Realm ist deaktiviert; jeder Aufruf der App wird mit 403 abgewiesen.', 'Den Realm aktivieren.'],
  realm_renamed: [
    'Die App hatte bis vor kurzem einen anderen Namen.',
    'Clients und prüfende Backends auf den neuen Namen umstellen.',
  ],
  role_for_everyone: [
    'Der Realm gibt eine mächtige Rolle jedem, der neu ist.',
    'Die Rolle aus den Standardrollen und Standardgruppen des Realms nehmen.',
  ],
  role_not_ours: [
    'Eine Realm-Rolle war vor der App da und gibt in ihr keine Rechte.',
    'Das Attribut heimdall.role der Rolle auf system setzen, oder ihr einen anderen Namen geben.',
  ],
  setting_unknown: [
    'Der Realm hat Attribute, die wie solche dieser API aussehen und die nichts liest.',
    'Die Namen berichtigen, oder die Attribute entfernen.',
  ],
  setting_unreadable: [
    'Ein Attribut des Realms hat einen Wert, den es nicht haben kann.',
    'Das Attribut berichtigen, oder es für seinen Standard entfernen.',
  ],
  signup_default_role_unknown: [
    'Neue Benutzer sollen eine Rolle bekommen, die die App nicht hat.',
    'Auf der Seite „Einstellungen“ eine Rolle der App wählen.',
  ],
  user_federation_disabled: [
    'Ein Verzeichnis des Realms ist ausgeschaltet; seine Benutzer kommen nicht hinein.',
    'Das Verzeichnis einschalten, oder es entfernen.',
  ],
  verification_not_mailed: [
    'Niemand mit unbestätigter E-Mail-Adresse kommt hinein, und die App mailt dafür keine Codes.',
    'Die E-Mail des Realms und die Seite „E-Mails“ einrichten; so lassen, wenn Ihr Backend die Codes weitergibt.',
  ],
  webhook_disabled: [
    'Der Webhook ist ausgeschaltet; Ereignisse werden aufgehoben statt gesendet.',
    'Das Backend in Ordnung bringen und den Webhook neu speichern.',
  ],
};
