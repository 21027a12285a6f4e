// SPDX-License-Identifier: Apache-2.0
import { Button, CodeBlock, CodeBlockCode, Stack, Title } from '@patternfly/react-core';
import { ActButtons, useActs } from '../../parts/acts';
import { Facts } from '../../parts/facts';
import { useLoaded } from '../../parts/loaded';
import { Done, Problem } from '../../parts/notices';
import { Waiting } from '../../parts/waiting';
import { usePlatform } from '../../shell/platform';
import { text, time } from '../../texts/texts';
import { Members } from './members';
import { TenantStatus } from './status';
import { tenantActs } from './tenant-acts';

/** One tenant: what there is to know, and who belongs to it. */
export function TenantPage({ id, onBack }: { id: string; onBack: () => void }) {
  const platform = usePlatform();
  const { value: tenant, error, reload } = useLoaded(
    () => platform.call('get', '/tenants/{tenant_id}', { path: { tenant_id: id } }),
    [platform, id],
  );
  const acting = useActs(reload);
  return (
    <Stack hasGutter>
      <div>
        <Button variant="link" isInline onClick={onBack}>
          ← {text('allTenants')}
        </Button>
      </div>
      <Done what={acting.done} />
      {[error, acting.error].map((problem, place) => problem && <Problem key={place} error={problem} />)}
      {!tenant && !error && <Waiting />}
      {tenant && (
        <>
          <Title headingLevel="h2">{tenant.display_name}</Title>
          <ActButtons acts={tenantActs(platform, onBack)} subject={tenant} start={acting.start} variant="secondary" />
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
            <CodeBlockCode tabIndex={0}>{JSON.stringify(tenant.metadata, null, 2)}</CodeBlockCode>
          </CodeBlock>
          <Title headingLevel="h3">{text('members')}</Title>
          <Members tenantId={id} />
        </>
      )}
      {acting.dialog}
    </Stack>
  );
}
