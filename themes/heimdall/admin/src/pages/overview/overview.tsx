// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@patternfly/react-core';
import { Problem } from '../../parts/notices';
import { useLoaded } from '../../parts/loaded';
import { Waiting } from '../../parts/waiting';
import { usePlatform } from '../../shell/platform';
import { Addresses } from './addresses';
import { Counts } from './counts';
import { AppFacts } from './facts';
import { Health } from './health';
import { Signins } from './signins';
import './overview.css';

export default function Overview() {
  const platform = usePlatform();
  const { value, error, reload } = useLoaded(
    () => Promise.all([platform.call('get', ''), platform.call('get', '/health')]),
    [platform],
  );
  if (error) {
    return <Problem error={error} retry={reload} />;
  }
  if (!value) {
    return <Waiting />;
  }
  const [app, { data: findings }] = value;
  return (
    <Stack hasGutter className="heimdall-overview">
      <Health findings={findings} isActive={app.status === 'active'} />
      <AppFacts app={app} />
      <Counts />
      <Signins />
      <Addresses />
    </Stack>
  );
}
