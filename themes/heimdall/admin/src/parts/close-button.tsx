// SPDX-License-Identifier: Apache-2.0
import { Button } from '@patternfly/react-core';
import { useEffect, useRef } from 'react';
import { text } from '../texts/texts';

/** Has the focus as soon as it is there. */
export function CloseButton({ onClick }: { onClick: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button ref={button} onClick={onClick}>
      {text('close')}
    </Button>
  );
}
