// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, ModalVariant } from '@patternfly/react-core';
import { useLayoutEffect, useState } from 'react';
import { text } from '../texts/texts';
import { keep } from './leaving';

export interface Leaving {
  /** Goes where the admin wanted to; null while they want to nowhere. */
  leave: (() => void) | null;
  stay: () => void;
}

/** Keeps the page while something would be lost with it. */
export function useLeaving(isKept: boolean): Leaving {
  const [leave, setLeave] = useState<(() => void) | null>(null);
  // Not later: what is done next may be to go elsewhere.
  useLayoutEffect(() => {
    if (!isKept) {
      return;
    }
    const free = keep((go) => setLeave(() => go));
    return () => {
      free();
      setLeave(null);
    };
  }, [isKept]);
  return { leave, stay: () => setLeave(null) };
}

interface Props extends Leaving {
  title: string;
  /** What would be lost. */
  help: string;
  leaving: string;
  staying: string;
}

/** Asks whether to leave, where the admin wants to. */
export function LeavingAsked({ leave, stay, title, help, leaving, staying }: Props) {
  if (!leave) {
    return null;
  }
  const go = () => {
    stay();
    leave();
  };
  return (
    <Modal
      variant={ModalVariant.small}
      isOpen
      title={title}
      titleIconVariant="warning"
      onClose={stay}
      actions={[
        <Button key="leave" variant="danger" onClick={go}>
          {leaving}
        </Button>,
        <Button key="stay" variant="link" onClick={stay}>
          {staying}
        </Button>,
      ]}
    >
      {help}
    </Modal>
  );
}

/** Asks before the page is left, while it has changes that nobody saved. */
export function Unsaved({ changes }: { changes: boolean }) {
  return (
    <LeavingAsked
      {...useLeaving(changes)}
      title={text('discardAsked')}
      help={text('notSaved')}
      leaving={text('discard')}
      staying={text('keepEditing')}
    />
  );
}
