// SPDX-License-Identifier: Apache-2.0
import type { tenants as english } from './tenants.en';

export const tenants: Record<keyof typeof english, string> = {
  tenants: 'Mandanten',
  tenantsIntro: 'Die Organisationen in dieser App und wer zu ihnen gehört.',
  noTenants: 'Keine Mandanten',
  noTenantsBody: 'Eine App, deren Benutzer zu Firmen oder Teams gehören, hat für jede einen Mandanten.',
  allTenants: 'Alle Mandanten',
  tenantId: 'ID',
  tenantActive: 'Aktiv',
  tenantSuspended: 'Gesperrt',
  tenantArchived: 'Archiviert',
  createTenant: 'Mandanten anlegen',
  createTenantHelp:
    'Der erste Mandant schaltet im Realm Organisationen ein: Die Anmeldeseite fragt dann zuerst nach dem ' +
    'Benutzernamen.',
  tenantCreated: 'Der Mandant ist angelegt.',
  tenantSlugHelp: 'Kleinbuchstaben, Ziffern und -. Leer lassen, damit er aus dem Namen entsteht.',
  slugOfTenant: 'Kleinbuchstaben, Ziffern und -.',
  deleteTenantHelp: 'Seine Mitgliedschaften gehen mit; die Konten bleiben. Das lässt sich nicht rückgängig machen.',
  metadata: 'Metadaten',
  metadataHelp: 'Ein eigenes JSON-Objekt.',
  metadataIsNone: 'Die Metadaten sind kein JSON-Objekt, wie etwa {"plan": "pro"}.',
  members: 'Mitglieder',
  noMembers: 'Keine Mitglieder',
  noMembersBody: 'Benutzer werden per E-Mail hinzugefügt. Wer noch kein Konto hat, bekommt eines.',
  joined: 'Dabei seit',
  addMember: 'Mitglied hinzufügen',
  addMemberHelp:
    'Wer ein Konto mit dieser bestätigten E-Mail hat, wird Mitglied; für alle anderen wird ein Konto angelegt.',
  memberAdded: 'Das Mitglied ist hinzugefügt.',
  memberRole: 'Rolle in diesem Mandanten',
  memberSaved: 'Das Mitglied hat jetzt die Rolle.',
  remove: 'Entfernen',
  removeMember: 'Das Mitglied „{0}“ entfernen?',
  removeMemberHelp: 'Das Konto bleibt, ohne diesen Mandanten.',
  memberRemoved: 'Das Mitglied ist entfernt.',
  noSuchTenant: 'Es gibt keinen Mandanten „{0}“.',
};
