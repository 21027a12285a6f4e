// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@patternfly/react-core';
import { Td, Th, Tr } from '@patternfly/react-table';
import { ActButtons } from '../../parts/act-buttons';
import type { Acting } from '../../parts/acts';
import { permissionHelp, permissionName } from '../../parts/permissions';
import { usePlatform } from '../../shell/platform';
import { text } from '../../texts/texts';
import type { Held, Permission } from './held';
import { deletePermission } from './permission-acts';

/** It always holds every permission. */
const OWNER = 'owner';

interface Props {
  permission: Permission;
  held: Held[];
  has: (held: Held, name: string) => boolean;
  flip: (held: Held, name: string, on: boolean) => void;
  saving: boolean;
  start: Acting['start'];
}

/** One permission, and which role has it. */
export function PermissionRow({ permission, held, has, flip, saving, start }: Props) {
  const platform = usePlatform();
  const name = permissionName(permission);
  return (
    <Tr>
      <Th scope="row">
        <code>{name}</code>
        <div className="heimdall-help">{permissionHelp(permission)}</div>
      </Th>
      {held.map((one) => (
        <Td key={one.role} textCenter>
          <Checkbox
            id={`heimdall-cell-${one.role}-${name}`}
            aria-label={text('roleHas', one.role, name)}
            isChecked={has(one, name)}
            isDisabled={one.role === OWNER || saving}
            onChange={(_, on) => flip(one, name, on)}
          />
        </Td>
      ))}
      <Td>
        {!permission.is_system && (
          <ActButtons acts={[deletePermission(platform)]} subject={name} name={name} start={start} />
        )}
      </Td>
    </Tr>
  );
}
