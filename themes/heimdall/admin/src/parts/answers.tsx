// SPDX-License-Identifier: Apache-2.0
import { Button } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { text } from '../texts/texts';
import { CloseButton } from './close-button';
import type { Question } from './question';

/** The buttons below a question; `close` leaves it unanswered, which nothing does while it waits. */
export function answersTo({ submit, danger = false }: Question, isWaiting: boolean, close: () => void): ReactNode[] {
  if (!submit) {
    return [<CloseButton key="close" onClick={close} />];
  }
  return [
    <Button
      key="submit"
      type="submit"
      form="heimdall-form"
      variant={danger ? 'danger' : 'primary'}
      isLoading={isWaiting}
      isDisabled={isWaiting}
    >
      {submit}
    </Button>,
    // It can have the focus, which nothing else in the dialog may be there for.
    <Button key="cancel" variant="link" isAriaDisabled={isWaiting} onClick={close}>
      {text('cancel')}
    </Button>,
  ];
}
