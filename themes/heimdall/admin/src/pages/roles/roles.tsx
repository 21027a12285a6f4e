// SPDX-License-Identifier: Apache-2.0
import { Stack, Title } from '@patternfly/react-core';
import { useState } from 'react';
import { text } from '../../texts/texts';
import { Matrix } from './matrix';
import { RoleList } from './role-list';

export default function Roles() {
  /** Counts changes of roles, which the matrix shows too. */
  const [turn, setTurn] = useState(0);
  return (
    <Stack hasGutter>
      <RoleList onChange={() => setTurn((before) => before + 1)} />
      <Title headingLevel="h2" size="lg">
        {text('matrix')}
      </Title>
      <Matrix turn={turn} />
    </Stack>
  );
}
