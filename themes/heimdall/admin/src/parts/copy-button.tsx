// SPDX-License-Identifier: Apache-2.0
import { Button } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { text } from '../texts/texts';

/** How long a button says that it copied, in milliseconds: what is in the clipboard may be something else later. */
const MOMENT = 3000;

/** Browsers have a clipboard for pages over TLS only; without one there is no button. */
export function CopyButton({ label, value }: { label: string; value: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  useEffect(() => {
    if (state === 'copied') {
      const timer = setTimeout(() => setState('ready'), MOMENT);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [state]);
  if (!navigator.clipboard) {
    return null;
  }
  if (state === 'refused') {
    return <small role="status">{text('copyRefused')}</small>;
  }
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  const word = text(state === 'copied' ? 'copied' : 'copy');
  return (
    <Button variant="link" isInline aria-label={`${word}: ${label}`} onClick={copy}>
      {word}
    </Button>
  );
}
