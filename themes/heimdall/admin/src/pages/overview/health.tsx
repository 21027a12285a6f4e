// SPDX-License-Identifier: Apache-2.0
import { Alert, AlertGroup } from '@patternfly/react-core';
import type { Answer } from '../../shell/platform';
import { finding, text } from '../../texts/texts';

type Finding = Answer<'/health'>['data'][number];

interface Props {
  findings: Finding[];
  /** Whether the app answers its users; of one that does not nothing is well. */
  isActive: boolean;
}

/** What the app lacks, and what cures it. */
export function Health({ findings, isActive }: Props) {
  if (!findings.length) {
    return isActive && <Alert variant="success" isInline component="p" title={text('healthy')} />;
  }
  return (
    <AlertGroup aria-label={text('health')}>
      {findings.map((one) => (
        <Shown key={one.code + one.message} {...one} />
      ))}
    </AlertGroup>
  );
}

/** In the reader's language, with the API's own words for what only they name. */
function Shown({ code, severity, message, cure }: Finding) {
  const known = finding(code);
  return (
    <Alert
      variant={severity === 'error' ? 'danger' : 'warning'}
      isInline
      component="h2"
      title={known?.message ?? message}
    >
      {known?.cure ?? cure}
      {known && (
        <div lang="en" className="heimdall-help">
          {message}
        </div>
      )}
    </Alert>
  );
}
