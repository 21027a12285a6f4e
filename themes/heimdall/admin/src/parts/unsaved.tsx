// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, ModalVariant } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { text } from '../texts/texts';
import { keep } from './leaving';

/** Asks before the page is left, while it has changes that nobody saved. */
export function Unsaved({ changes }: { changes: boolean }) {
  const [leave, setLeave] = useState<(() => void) | null>(null);
  useEffect(() => (changes ? keep((go) => setLeave(() => go)) : undefined), [changes]);
  const stay = () => setLeave(null);
  const discard = () => {
    setLeave(null);
    leave!();
  };
  return (
    <Modal
      variant={ModalVariant.small}
      isOpen={changes && leave !== null}
      title={text('discardAsked')}
      titleIconVariant="warning"
      onClose={stay}
      actions={[
        <Button key="discard" variant="danger" onClick={discard}>
          {text('discard')}
        </Button>,
        <Button key="stay" variant="link" onClick={stay}>
          {text('keepEditing')}
        </Button>,
      ]}
    >
      {text('notSaved')}
    </Modal>
  );
}
