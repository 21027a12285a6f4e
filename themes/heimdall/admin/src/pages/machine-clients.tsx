// SPDX-License-Identifier: Apache-2.0
import { Label } from '@patternfly/react-core';
import { Dotted } from '../parts/dotted';
import { Listing } from '../parts/listing';
import { permissionChoices, permissionName } from '../parts/permissions';
import { Time } from '../parts/time';
import type { Answer } from '../shell/platform';
import { usePlatform } from '../shell/platform';
import { text } from '../texts/texts';

type Client = Answer<'/credentials'>['data'][number];

export default function MachineClients() {
  const platform = usePlatform();
  const path = ({ client_id }: Client) => ({ path: { client_id } });
  return (
    <Listing<Client>
      title={text('machines')}
      empty={{ title: text('noMachines'), body: text('noMachinesBody') }}
      load={(cursor) => platform.call('get', '/credentials', { query: { cursor } })}
      idOf={({ client_id }) => client_id}
      nameOf={({ name }) => name}
      columns={[
        { label: text('name'), room: 'wide', value: ({ name }) => name },
        { label: text('clientId'), room: 'wide', value: ({ client_id }) => <Dotted value={client_id} /> },
        {
          label: text('status'),
          room: 'short',
          value: ({ is_active }) => (
            <Label isCompact color={is_active ? 'green' : 'grey'}>
              {text(is_active ? 'active' : 'inactive')}
            </Label>
          ),
        },
        {
          label: text('lastUsed'),
          value: ({ last_used_at }) => (last_used_at ? <Time value={last_used_at} /> : text('never')),
        },
        { label: text('created'), value: ({ created_at }) => <Time value={created_at} /> },
      ]}
      create={{
        label: text('createMachine'),
        done: () => text('machineCreated'),
        ask: () => ({
          title: text('createMachine'),
          submit: text('createMachine'),
          fields: [{ kind: 'text', name: 'name', label: text('name'), required: true, most: 120 }],
          run: async (body: { name: string }) => {
            const { client_id, client_secret } = await platform.call('post', '/credentials', { body });
            return [
              { label: text('clientId'), value: client_id },
              { label: text('secret'), value: client_secret },
            ];
          },
        }),
      }}
      acts={[
        {
          label: text('editScopes'),
          done: ({ name }) => text('scopesSaved', name),
          ask: async (client) => {
            const [{ scopes }, choices] = await Promise.all([
              platform.call('get', '/credentials/{client_id}', path(client)),
              permissionChoices(platform),
            ]);
            return {
              title: text('scopesOf', client.name),
              submit: text('save'),
              fields: [
                {
                  kind: 'choices',
                  name: 'permissions',
                  label: text('scopes'),
                  choices,
                  value: scopes.map(permissionName),
                },
              ],
              run: async (body: { permissions: string[] }) => {
                await platform.call('put', '/credentials/{client_id}/scopes', { ...path(client), body });
              },
            };
          },
        },
        {
          label: text('rotate'),
          done: ({ name }) => text('machineRotated', name),
          ask: (client) => ({
            title: text('rotateMachine', client.name),
            help: text('rotateMachineHelp'),
            submit: text('rotate'),
            run: async () => {
              const { client_secret } = await platform.call('post', '/credentials/{client_id}/rotate', path(client));
              return [{ label: text('secret'), value: client_secret }];
            },
          }),
        },
        {
          label: ({ is_active }) => text(is_active ? 'turnOff' : 'turnOn'),
          done: ({ is_active, name }) => text(is_active ? 'machineOff' : 'machineOn', name),
          ask: (client) => ({
            title: text(client.is_active ? 'turnOffMachine' : 'turnOnMachine', client.name),
            help: text(client.is_active ? 'turnOffMachineHelp' : 'turnOnMachineHelp'),
            submit: text(client.is_active ? 'turnOff' : 'turnOn'),
            danger: client.is_active,
            run: async () => {
              const body = { is_active: !client.is_active };
              await platform.call('patch', '/credentials/{client_id}', { ...path(client), body });
            },
          }),
        },
        {
          label: text('delete'),
          danger: true,
          done: ({ name }) => text('machineDeleted', name),
          ask: (client) => ({
            title: text('deleteMachine', client.name),
            help: text('deleteMachineHelp'),
            submit: text('delete'),
            danger: true,
            run: async () => {
              await platform.call('delete', '/credentials/{client_id}', path(client));
            },
          }),
        },
      ]}
    />
  );
}
