// SPDX-License-Identifier: Apache-2.0
import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { text } from '../texts/texts';

/** Browsers have a clipboard for pages over TLS only; without one there is no button. */
export function CopyButton({ label, value }: { label: string; value: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  if (!navigator.clipboard || state === 'refused') {
    return null;
  }
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  return (
    <Button variant="link" isInline aria-label={`${text('copy')}: ${label}`} onClick={copy}>
      {text(state === 'copied' ? 'copied' : 'copy')}
    </Button>
  );
}
