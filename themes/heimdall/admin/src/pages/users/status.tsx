// SPDX-License-Identifier: Apache-2.0
import { Label } from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import type { Answer } from '../../shell/platform';
import { text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

export type User = Answer<'/end-users'>['data'][number];

export const STATUSES: Record<string, { label: TextKey; color: LabelProps['color'] }> = {
  active: { label: 'userActive', color: 'green' },
  suspended: { label: 'userSuspended', color: 'orange' },
  deactivated: { label: 'userDeactivated', color: 'grey' },
};

export function UserStatus({ status }: { status: string }) {
  const known = STATUSES[status];
  return (
    <Label isCompact color={known?.color ?? 'grey'}>
      {known ? text(known.label) : status}
    </Label>
  );
}

export function EmailState({
  user: { email, email_verified_at },
}: {
  user: Pick<User, 'email' | 'email_verified_at'>;
}) {
  if (!email) {
    return <>–</>;
  }
  return (
    <>
      {email}{' '}
      {!email_verified_at && (
        <Label isCompact color="orange">
          {text('unverified')}
        </Label>
      )}
    </>
  );
}
