// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Title } from '@patternfly/react-core';
import { ActButtons, useActs } from '../../parts/acts';
import { Facts } from '../../parts/facts';
import type { Fact } from '../../parts/facts';
import { useLoaded } from '../../parts/loaded';
import { Done, Problem } from '../../parts/notices';
import { Waiting } from '../../parts/waiting';
import { usePlatform } from '../../shell/platform';
import { number, text, time } from '../../texts/texts';
import { Activity } from './activity';
import { Contacts } from './contacts';
import { Factors } from './factors';
import { Sessions } from './sessions';
import { EmailState, UserStatus } from './status';
import { userActs } from './user-acts';

/** One user: what there is to know, and what can be done. */
export function UserPage({ id, onBack }: { id: string; onBack: () => void }) {
  const platform = usePlatform();
  const { value: user, error, reload } = useLoaded(
    () => platform.call('get', '/end-users/{user_id}', { path: { user_id: id } }),
    [platform, id],
  );
  const acting = useActs(reload);
  const facts: Fact[] = user
    ? [
        [text('name'), user.display_name ?? '–'],
        [text('email'), <EmailState user={user} />],
        [text('role'), user.role ?? '–'],
        [text('status'), <UserStatus status={user.status} />],
        [text('sessions'), number(user.active_session_count)],
        [text('lastSeen'), user.last_used_at ? time(user.last_used_at) : text('never')],
        [text('created'), time(user.created_at)],
      ]
    : [];
  return (
    <Stack hasGutter>
      <div>
        <Button variant="link" isInline onClick={onBack}>
          ← {text('allUsers')}
        </Button>
      </div>
      <Done what={acting.done} />
      {[error, acting.error].map((problem, place) => problem && <Problem key={place} error={problem} />)}
      {!user && !error && <Waiting />}
      {user && (
        <>
          <Title headingLevel="h2">{user.username}</Title>
          <ActButtons acts={userActs(platform, onBack)} subject={user} start={acting.start} variant="secondary" />
          <Facts facts={facts} />
          <Title headingLevel="h3">{text('contacts')}</Title>
          <Contacts userId={id} />
          <Title headingLevel="h3">{text('factors')}</Title>
          <Factors userId={id} />
          <Title headingLevel="h3">{text('sessions')}</Title>
          <Sessions userId={id} count={user.active_session_count} onChange={reload} />
          <Title headingLevel="h3">{text('activity')}</Title>
          <Activity userId={id} />
        </>
      )}
      {acting.dialog}
    </Stack>
  );
}
