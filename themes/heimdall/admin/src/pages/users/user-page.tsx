// SPDX-License-Identifier: Apache-2.0
import { Stack, Title } from '@patternfly/react-core';
import { useEffect } from 'react';
import { ActButtons } from '../../parts/act-buttons';
import { useActs } from '../../parts/acts';
import { addressOfPage } from '../../parts/addresses';
import { Facts } from '../../parts/facts';
import type { Fact } from '../../parts/facts';
import { SubjectHeading } from '../../parts/heading';
import { useLoaded } from '../../parts/loaded';
import { Done, Problem } from '../../parts/notices';
import { Waiting } from '../../parts/waiting';
import type { One } from '../../parts/subject';
import { usePlatform } from '../../shell/platform';
import { isMissing } from '../../shell/refusal';
import { number, text, time } from '../../texts/texts';
import { Activity } from './activity';
import { Contacts } from './contacts';
import { Factors } from './factors';
import { Sessions } from './sessions';
import { EmailState, UserStatus } from './status';
import { userActs } from './user-acts';

/** One user: what there is to know, and what can be done. */
export function UserPage({ id, onUnknown, onGone }: One) {
  const platform = usePlatform();
  const { value: user, error, reload } = useLoaded(
    () => platform.call('get', '/end-users/{user_id}', { path: { user_id: id } }),
    [platform, id],
  );
  const acting = useActs(reload);
  useEffect(() => {
    if (isMissing(error)) {
      onUnknown();
    }
  }, [error]);
  const list = addressOfPage(platform.realm, 'users');
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
        <a href={list}>← {text('allUsers')}</a>
      </div>
      <Done what={acting.done} />
      {error && <Problem error={error} retry={reload} />}
      {acting.error && <Problem error={acting.error} isAnswer />}
      {!user && !error && <Waiting />}
      {user && (
        <>
          <SubjectHeading id={id} title={user.username} />
          <ActButtons
            acts={userActs(platform, (said) => onGone(said, list))}
            subject={user}
            start={acting.start}
            variant="secondary"
          />
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
