// SPDX-License-Identifier: Apache-2.0
import { FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';

export interface Fault {
  /** What is wrong with the value. */
  fault?: string;
  /** Whether a screen reader says that, as nothing else does. */
  isHeard?: boolean;
}

/** What is wrong with a field, and what it is for. */
export function FieldHelp({ id, help, fault, isHeard }: { id: string; help?: string } & Fault) {
  if (!fault && !help) {
    return null;
  }
  return (
    <FormHelperText id={id}>
      <HelperText role={fault && isHeard ? 'alert' : undefined}>
        {fault && (
          <HelperTextItem variant="error" hasIcon>
            {fault}
          </HelperTextItem>
        )}
        {help && <HelperTextItem>{help}</HelperTextItem>}
      </HelperText>
    </FormHelperText>
  );
}
