// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { text } from '../texts/texts';

const WIDTHS = ['25%', '100%', '100%', '75%'];

/** Stands where something is loaded. */
export function Waiting() {
  return (
    <Stack hasGutter className="heimdall-waiting">
      {WIDTHS.map((width, line) => (
        <StackItem key={line}>
          <Skeleton width={width} screenreaderText={line ? undefined : text('loading')} />
        </StackItem>
      ))}
    </Stack>
  );
}
