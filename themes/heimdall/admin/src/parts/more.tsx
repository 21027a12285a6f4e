// SPDX-License-Identifier: Apache-2.0
import { Button } from '@patternfly/react-core';

interface Props {
  label: string;
  isLoading?: boolean;
  onClick: () => void;
}

/** Shows more of what is cut. It keeps the focus while it cannot be pressed. */
export function More({ label, isLoading = false, onClick }: Props) {
  return (
    <div>
      <Button variant="link" isInline isLoading={isLoading} isAriaDisabled={isLoading} onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}
