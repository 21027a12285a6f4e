// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@patternfly/react-core';
import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import { Fragment, useState } from 'react';
import { ActButtons } from '../../parts/act-buttons';
import { useActs } from '../../parts/acts';
import { useLoaded } from '../../parts/loaded';
import { More } from '../../parts/more';
import { Done, Problem } from '../../parts/notices';
import { permissionName } from '../../parts/permissions';
import { SaveBar } from '../../parts/save-bar';
import { Unsaved } from '../../parts/unsaved';
import { Waiting } from '../../parts/waiting';
import { usePlatform } from '../../shell/platform';
import { text } from '../../texts/texts';
import { heldBy, MOST_ROLES } from './held';
import type { Held } from './held';
import { createPermission } from './permission-acts';
import { PermissionRow } from './permission-row';
import { save, standing, ticked } from './ticks';
import type { Ticks } from './ticks';
import './matrix.css';

/** Roles that are shown at first, and that are added by a click. */
const ROLES = 10;

/** The same of each group of permissions. */
const PERMISSIONS = 100;

/** Which role has which permissions; it is loaded anew with each turn. */
export function Matrix({ turn }: { turn: number }) {
  const platform = usePlatform();
  const [shown, setShown] = useState(ROLES);
  const [rows, setRows] = useState(PERMISSIONS);
  const { value, error, reload } = useLoaded(() => heldBy(platform, shown), [platform, shown, turn]);
  const [changed, setChanged] = useState<Ticks>({});
  const [saved, setSaved] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const acting = useActs(reload);
  /** Counts what was undone. */
  const [turns, setTurns] = useState(0);

  if (error) {
    return <Problem error={error} retry={reload} />;
  }
  if (!value) {
    return <Waiting />;
  }
  const names = new Set(value.groups.flatMap(([, group]) => group.map(permissionName)));
  const ticks = standing(changed, value.held, names);
  const has = ({ role, permissions }: Held, name: string) => ticks[role]?.[name] ?? permissions.has(name);
  const flip = (held: Held, name: string, on: boolean) => {
    setSaved(null);
    setChanged((before) => ticked(before, held, name, on));
  };
  const send = () =>
    acting.attempt(async () => {
      setSaving(true);
      try {
        await save(platform, ticks, (role) => setChanged(({ [role]: _, ...others }) => others));
        setSaved(text('rolesSaved'));
      } finally {
        setSaving(false);
        await reload();
      }
    });
  const forget = () => {
    setChanged({});
    setTurns((before) => before + 1);
  };
  const isChanged = Object.keys(ticks).length > 0;
  const idle = saving || !isChanged;
  return (
    <Stack hasGutter>
      <Done what={acting.done ?? saved} />
      {acting.error && <Problem error={acting.error} isAnswer />}
      <ActButtons acts={[createPermission(platform)]} subject={undefined} start={acting.start} variant="secondary" />
      <div className="heimdall-matrix" tabIndex={0} role="region" aria-label={text('matrix')}>
        <Table aria-label={text('matrix')} variant="compact" gridBreakPoint="">
          <Thead>
            <Tr>
              <Th>{text('permission')}</Th>
              {value.held.map(({ role }) => (
                <Th key={role} textCenter>
                  {role}
                </Th>
              ))}
              <Th screenReaderText={text('actions')} />
            </Tr>
          </Thead>
          <Tbody>
            {value.groups.map(([title, group]) => (
              <Fragment key={title}>
                <Tr>
                  <Th colSpan={value.held.length + 2}>
                    <strong>{title}</strong>
                  </Th>
                </Tr>
                {group.slice(0, rows).map((permission) => (
                  <PermissionRow
                    key={permission.id}
                    {...{ permission, has, flip, saving }}
                    held={value.held}
                    start={acting.start}
                  />
                ))}
              </Fragment>
            ))}
          </Tbody>
        </Table>
      </div>
      {value.groups.some(([, group]) => group.length > rows) && (
        <More label={text('morePermissions')} onClick={() => setRows(rows + PERMISSIONS)} />
      )}
      {value.more && shown < MOST_ROLES && <More label={text('moreRoles')} onClick={() => setShown(shown + ROLES)} />}
      {value.more && shown >= MOST_ROLES && <p>{text('rolesElsewhere', MOST_ROLES)}</p>}
      <SaveBar isSaving={saving} turn={turns} className="heimdall-acts">
        <Button isDisabled={idle} isLoading={saving} onClick={send}>
          {text('save')}
        </Button>
        <Button variant="link" isDisabled={idle} onClick={forget}>
          {text('undo')}
        </Button>
      </SaveBar>
      <Unsaved changes={isChanged} />
      {acting.dialog}
    </Stack>
  );
}
