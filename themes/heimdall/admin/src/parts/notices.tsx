// SPDX-License-Identifier: Apache-2.0
import { Alert } from '@patternfly/react-core';
import { useEffect, useRef } from 'react';

interface Props {
  error: Error;
  /** Whether it is what came of something that was pressed, from which it may be far away: it comes into sight. */
  isAnswer?: boolean;
}

/** What cannot be done, and why. */
export function Problem({ error, isAnswer = false }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAnswer) {
      place.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [error, isAnswer]);
  return (
    <div ref={place}>
      <Alert variant="danger" isInline component="p" title={error.message} role="alert" />
    </div>
  );
}

/** What is not as the reader asked for it. */
export function Warning({ title }: { title: string }) {
  return (
    <Alert variant="warning" isInline component="p" title={title} role="alert" className="heimdall-long" />
  );
}

/** What was done; a screen reader says it. */
export function Done({ what }: { what: string | null }) {
  return (
    <div role="status">{what && <Alert variant="success" isInline component="p" title={what} />}</div>
  );
}
