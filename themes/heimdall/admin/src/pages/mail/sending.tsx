// SPDX-License-Identifier: Apache-2.0
import { Label, Stack, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { ActButtons } from '../../parts/act-buttons';
import { useActs } from '../../parts/acts';
import { Facts } from '../../parts/facts';
import { useLoaded } from '../../parts/loaded';
import { Done, Problem } from '../../parts/notices';
import { Waiting } from '../../parts/waiting';
import type { Answer } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { text } from '../../texts/texts';
import { editSending } from './edit-sending';
import { MAILS } from './mails';
import { testMail } from './test-mail';

type Settings = Answer<'/notification-settings'>;

/** Whether mail is sent, in whose name, and which mails there are. */
export function Sending() {
  const platform = usePlatform();
  const {
    value: settings,
    error,
    reload,
  } = useLoaded(() => platform.call('get', '/notification-settings'), [platform]);
  const acting = useActs(reload);
  return (
    <Stack hasGutter>
      <Done what={acting.done} />
      {error && <Problem error={error} retry={reload} />}
      {acting.error && <Problem error={acting.error} isAnswer />}
      {!settings && !error && <Waiting />}
      {settings && (
        <>
          <ActButtons
            acts={[editSending(platform), testMail(platform)]}
            subject={settings}
            start={acting.start}
            variant="secondary"
          />
          <Facts
            facts={[
              [text('status'), <State on={settings.notifications_via_envoi} />],
              [text('sender'), settings.default_sender_address ?? text('noSender')],
              [text('buttonsLeadTo'), settings.web_origin ?? text('noButtons')],
            ]}
          />
          <Title headingLevel="h2" size="lg">
            {text('mails')}
          </Title>
          <Mails sent={(template) => settings.notifications_via_envoi && !clearedOf(settings).includes(template)} />
        </>
      )}
      {acting.dialog}
    </Stack>
  );
}

function State({ on }: { on: boolean }) {
  return (
    <Label isCompact color={on ? 'green' : 'grey'}>
      {text(on ? 'active' : 'inactive')}
    </Label>
  );
}

function Mails({ sent }: { sent: (template: string) => boolean }) {
  return (
    <Table aria-label={text('mails')} variant="compact">
      <Thead>
        <Tr>
          <Th>{text('name')}</Th>
          <Th>{text('whenSent')}</Th>
          <Th>{text('status')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {Object.entries(MAILS).map(([template, { label, help }]) => (
          <Tr key={template}>
            <Td dataLabel={text('name')}>{text(label)}</Td>
            <Td dataLabel={text('whenSent')}>{text(help)}</Td>
            <Td dataLabel={text('status')}>
              <State on={sent(template)} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** The mails that the app does not want. */
function clearedOf(settings: Settings): string[] {
  const templates = {
    'heimdall-verification': settings.verification_template_name,
    'heimdall-welcome': settings.welcome_template_name,
    'heimdall-mfa-code': settings.mfa_code_template_name,
    'heimdall-password-reset': settings.password_reset_template_name,
  };
  return Object.entries(templates)
    .filter(([, name]) => name === null)
    .map(([template]) => template);
}
