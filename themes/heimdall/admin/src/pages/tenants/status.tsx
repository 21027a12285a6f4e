// SPDX-License-Identifier: Apache-2.0
import { Label } from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import type { Answer } from '../../shell/platform';
import { text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

export type Tenant = Answer<'/tenants'>['data'][number];

export const TENANT_STATUSES: Record<string, { label: TextKey; color: LabelProps['color'] }> = {
  active: { label: 'tenantActive', color: 'green' },
  suspended: { label: 'tenantSuspended', color: 'orange' },
  archived: { label: 'tenantArchived', color: 'grey' },
};

export function TenantStatus({ status }: { status: string }) {
  const known = TENANT_STATUSES[status];
  return (
    <Label isCompact color={known?.color ?? 'grey'}>
      {known ? text(known.label) : status}
    </Label>
  );
}
