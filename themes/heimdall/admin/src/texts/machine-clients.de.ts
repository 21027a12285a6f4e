// SPDX-License-Identifier: Apache-2.0
import type { machineClients as english } from './machine-clients.en';

export const machineClients: Record<keyof typeof english, string> = {
  machines: 'M2M-Clients',
  machinesIntro: 'Programme, die mit Client-ID und Geheimnis eigene Token bekommen.',
  noMachines: 'Keine M2M-Clients',
  noMachinesBody:
    'Ein Programm, das für sich selbst handelt und nicht für einen Benutzer, bekommt damit Zugriffstoken.',
  clientId: 'Client-ID',
  secret: 'Client-Geheimnis',
  scopes: 'Scopes',
  active: 'An',
  inactive: 'Aus',
  createMachine: 'M2M-Client anlegen',
  machineCreated: 'Der M2M-Client ist angelegt. Er darf nichts, bis er Scopes hat.',
  editScopes: 'Scopes',
  scopesOf: 'Scopes von „{0}“',
  scopesSaved: 'Die Scopes von „{0}“ sind gespeichert. Sie gelten ab seinem nächsten Token.',
  rotate: 'Neues Geheimnis',
  rotateMachine: 'Ein neues Geheimnis für „{0}“ erzeugen?',
  rotateMachineHelp: 'Das bisherige Geheimnis wird sofort abgewiesen.',
  machineRotated: '„{0}“ hat ein neues Geheimnis.',
  turnOff: 'Ausschalten',
  turnOn: 'Einschalten',
  turnOffMachine: 'Den M2M-Client „{0}“ ausschalten?',
  turnOffMachineHelp:
    'Er bekommt keine Token, und seine bisherigen werden sofort abgewiesen, bis er wieder eingeschaltet ist.',
  turnOnMachine: 'Den M2M-Client „{0}“ einschalten?',
  turnOnMachineHelp: 'Er bekommt wieder Token, mit dem Geheimnis, das er hat.',
  machineOff: 'Der M2M-Client „{0}“ ist ausgeschaltet.',
  machineOn: 'Der M2M-Client „{0}“ ist eingeschaltet.',
  deleteMachine: 'Den M2M-Client „{0}“ löschen?',
  deleteMachineHelp: 'Seine Token werden sofort abgewiesen. Das lässt sich nicht rückgängig machen.',
  machineDeleted: 'Der M2M-Client „{0}“ ist gelöscht.',
};
