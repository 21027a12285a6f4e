// SPDX-License-Identifier: Apache-2.0
import { Button } from '@patternfly/react-core';

/** Shows more of what is cut. */
export function More({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div>
      <Button variant="link" isInline onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}
