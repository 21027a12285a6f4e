// SPDX-License-Identifier: Apache-2.0
import { Label } from '@patternfly/react-core';
import { text, time } from '../../texts/texts';

interface Target {
  disabled_at: string | null;
  disabled_reason: string | null;
}

/** Whether anything is sent, and else since when and why not. */
export function Delivery({ target: { disabled_at, disabled_reason } }: { target: Target }) {
  return disabled_at ? (
    <>
      <Label isCompact color="red">
        {text('inactive')}
      </Label>{' '}
      {text('disabledSince', time(disabled_at))} {disabled_reason && <span lang="en">{`${disabled_reason}.`}</span>}
    </>
  ) : (
    <Label isCompact color="green">
      {text('active')}
    </Label>
  );
}
