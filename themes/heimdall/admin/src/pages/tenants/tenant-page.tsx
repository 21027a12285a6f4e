// SPDX-License-Identifier: Apache-2.0
import { CodeBlock, CodeBlockCode, Stack, Title } from '@patternfly/react-core';
import { useEffect } from 'react';
import { ActButtons } from '../../parts/act-buttons';
import { useActs } from '../../parts/acts';
import { addressOfPage } from '../../parts/addresses';
import { Facts } from '../../parts/facts';
import { SubjectHeading } from '../../parts/heading';
import { useLoaded } from '../../parts/loaded';
import { Done, Problem } from '../../parts/notices';
import { Waiting } from '../../parts/waiting';
import type { One } from '../../parts/subject';
import { written } from '../../shell/json';
import { usePlatform } from '../../shell/platform';
import { isMissing } from '../../shell/refusal';
import { text, time } from '../../texts/texts';
import { Members } from './members';
import { TenantStatus } from './status';
import { tenantActs } from './tenant-acts';

/** One tenant: what there is to know, and who belongs to it. */
export function TenantPage({ id, onUnknown, onGone }: One) {
  const platform = usePlatform();
  const { value: tenant, error, reload } = useLoaded(
    () => platform.call('get', '/tenants/{tenant_id}', { path: { tenant_id: id }, exact: true }),
    [platform, id],
  );
  const acting = useActs(reload);
  useEffect(() => {
    if (isMissing(error)) {
      onUnknown();
    }
  }, [error]);
  const list = addressOfPage(platform.realm, 'tenants');
  return (
    <Stack hasGutter>
      <div>
        <a href={list}>← {text('allTenants')}</a>
      </div>
      <Done what={acting.done} />
      {error && <Problem error={error} retry={reload} />}
      {acting.error && <Problem error={acting.error} isAnswer />}
      {!tenant && !error && <Waiting />}
      {tenant && (
        <>
          <SubjectHeading id={id} title={tenant.display_name} />
          <ActButtons
            acts={tenantActs(platform, (said) => onGone(said, list))}
            subject={tenant}
            start={acting.start}
            variant="secondary"
          />
          <Facts
            facts={[
              [text('slug'), <code>{tenant.slug}</code>],
              [text('tenantId'), <code>{tenant.display_id}</code>],
              [text('status'), <TenantStatus status={tenant.status} />],
              [text('created'), time(tenant.created_at)],
              [text('changed'), time(tenant.updated_at)],
            ]}
          />
          <Title headingLevel="h3">{text('metadata')}</Title>
          <CodeBlock>
            <CodeBlockCode tabIndex={0}>{written(tenant.metadata, 2)}</CodeBlockCode>
          </CodeBlock>
          <Title headingLevel="h3">{text('members')}</Title>
          <Members tenantId={id} />
        </>
      )}
      {acting.dialog}
    </Stack>
  );
}
