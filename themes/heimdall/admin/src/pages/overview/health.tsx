// SPDX-License-Identifier: Apache-2.0
import { Alert, AlertGroup } from '@patternfly/react-core';
import type { Answer } from '../../shell/platform';
import { text } from '../../texts/texts';

type Finding = Answer<'/health'>['data'][number];

/** What the app lacks, and what cures it. */
export function Health({ findings }: { findings: Finding[] }) {
  if (!findings.length) {
    return <Alert variant="success" isInline component="p" title={text('healthy')} />;
  }
  return (
    <AlertGroup aria-label={text('health')}>
      {findings.map(({ code, severity, message, cure }) => (
        <Alert key={code + message} variant={severity === 'error' ? 'danger' : 'warning'} isInline component="h2" title={message}>
          {cure}
        </Alert>
      ))}
    </AlertGroup>
  );
}
