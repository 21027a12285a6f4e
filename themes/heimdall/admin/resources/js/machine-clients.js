// SPDX-License-Identifier: Apache-2.0
import { nameOf, permissionsOf } from './permissions.js';
import { text, time } from './texts.js';

const address = (client) => `/credentials/${encodeURIComponent(client.client_id)}`;

export const machineClients = {
  path: 'machine-clients',
  resource: '/credentials',
  title: 'machines',
  intro: 'machinesIntro',
  nameOf: (client) => client.name,
  columns: [
    { label: 'name', value: (client) => client.name },
    { label: 'clientId', value: (client) => client.client_id },
    { label: 'status', value: (client) => text(client.is_active ? 'active' : 'inactive') },
    { label: 'lastUsed', value: (client) => (client.last_used_at ? time(client.last_used_at) : text('never')) },
    { label: 'created', value: (client) => time(client.created_at) },
  ],
  create: {
    label: 'createMachine',
    fields: () => [{ name: 'name', label: 'name', type: 'text', required: true, maxlength: 120 }],
    run: async (platform, values) => {
      const { client_id: clientId, client_secret: secret } = await platform.call('POST', '/credentials', values);
      return [
        [text('clientId'), clientId],
        [text('secret'), secret],
      ];
    },
  },
  actions: [
    {
      label: 'editScopes',
      title: 'scopesOf',
      submit: 'save',
      fields: async (platform, client) => {
        const [{ scopes }, permissions] = await Promise.all([
          platform.call('GET', address(client)),
          permissionsOf(platform),
        ]);
        return [
          { name: 'permissions', label: 'scopes', type: 'choices', options: permissions, value: scopes.map(nameOf) },
        ];
      },
      run: (platform, values, client) => platform.call('PUT', `${address(client)}/scopes`, values),
    },
    {
      label: 'rotate',
      title: 'rotateMachine',
      help: 'rotateMachineHelp',
      run: async (platform, values, client) => {
        const { client_secret: secret } = await platform.call('POST', `${address(client)}/rotate`);
        return [[text('secret'), secret]];
      },
    },
    {
      label: 'delete',
      title: 'deleteMachine',
      help: 'deleteMachineHelp',
      danger: true,
      run: (platform, values, client) => platform.call('DELETE', address(client)),
    },
  ],
};
