// SPDX-License-Identifier: Apache-2.0
import { Alert, AlertActionLink } from '@patternfly/react-core';
import { useEffect, useRef } from 'react';
import { isForbidden, isMissing } from '../shell/refusal';
import { text } from '../texts/texts';
import { focusHeading, isFocusLost } from './heading';

interface ProblemProps {
  error: Error;
  /** Whether it is what came of something that was pressed, from which it may be far away: it comes into sight. */
  isAnswer?: boolean;
  /** Does it once more; not offered where that cannot help. */
  retry?: () => Promise<void>;
}

/** What cannot be done, and why. */
export function Problem({ error, isAnswer = false, retry }: ProblemProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAnswer) {
      place.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [error, isAnswer]);
  const again = async () => {
    await retry!();
    // What was pressed goes away with the problem.
    setTimeout(() => isFocusLost() && focusHeading());
  };
  const mayHelp = retry && !isForbidden(error) && !isMissing(error);
  return (
    <div ref={place}>
      <Alert
        variant="danger"
        isInline
        component="p"
        title={error.message}
        role="alert"
        actionLinks={mayHelp && <AlertActionLink onClick={again}>{text('tryAgain')}</AlertActionLink>}
      />
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
