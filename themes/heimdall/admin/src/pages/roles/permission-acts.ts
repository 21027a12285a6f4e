// SPDX-License-Identifier: Apache-2.0
import type { Act } from '../../parts/acts';
import type { Platform } from '../../shell/platform';
import { text } from '../../texts/texts';

export function createPermission(platform: Platform): Act<void> {
  return {
    label: text('createPermission'),
    done: () => text('permissionCreated'),
    ask: () => ({
      title: text('createPermission'),
      help: text('createPermissionHelp'),
      submit: text('createPermission'),
      fields: [
        {
          kind: 'text',
          name: 'resource',
          label: text('resource'),
          help: text('resourceHelp'),
          required: true,
          most: 48,
        },
        { kind: 'text', name: 'action', label: text('action'), help: text('actionHelp'), required: true, most: 48 },
        { kind: 'text', name: 'description', label: text('description'), most: 255 },
      ],
      run: async (body: { resource: string; action: string; description?: string }) => {
        await platform.call('post', '/permissions', { body });
      },
    }),
  };
}

/** Of a permission by its name. */
export function deletePermission(platform: Platform): Act<string> {
  return {
    label: text('delete'),
    danger: true,
    done: (name) => text('permissionDeleted', name),
    ask: (name) => ({
      title: text('deletePermission', name),
      help: text('deletePermissionHelp'),
      submit: text('delete'),
      danger: true,
      run: async () => {
        await platform.call('delete', '/permissions/{permission_key}', { path: { permission_key: name } });
      },
    }),
  };
}
