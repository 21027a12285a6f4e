// SPDX-License-Identifier: Apache-2.0
// What an open dialog would lose where the admin left the page.
import { text } from '../texts/texts';
import type { TextKey } from '../texts/texts';
import { LeavingAsked } from './unsaved';
import type { Leaving } from './unsaved';

/** What is lost, in words; null for nothing. */
export function lossOf(isSecretShown: boolean, isWaiting: boolean, isChanged: boolean): TextKey | null {
  if (isSecretShown) {
    return 'secretLost';
  }
  if (isWaiting) {
    return 'isWaiting';
  }
  return isChanged ? 'enteredLost' : null;
}

export function LossAsked({ loss, leaving }: { loss: TextKey | null; leaving: Leaving }) {
  return (
    <LeavingAsked
      {...leaving}
      title={text('leaveAsked')}
      help={loss ? text(loss) : ''}
      leaving={text('leave')}
      staying={text('stay')}
    />
  );
}
