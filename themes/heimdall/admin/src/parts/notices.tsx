// SPDX-License-Identifier: Apache-2.0
import { Alert } from '@patternfly/react-core';

/** What cannot be done, and why. */
export function Problem({ error }: { error: Error }) {
  return <Alert variant="danger" isInline component="p" title={error.message} role="alert" />;
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
