// SPDX-License-Identifier: Apache-2.0
import { Label, Title } from '@patternfly/react-core';
import type { Act } from '../../parts/acts';
import type { Answer, Platform } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { number, text } from '../../texts/texts';
import { eventChoices } from './events';
import { Receiver, signingSecret } from './receiver';

type Config = NonNullable<Answer<'/webhook'>>;

/** Where the app tells its backend what happens, and of what. */
export function Target() {
  const platform = usePlatform();
  return (
    <Receiver<Config, { url: string; event_types: string[] }>
      words={{
        none: 'noWebhook',
        noneBody: 'noWebhookBody',
        setUp: 'setUpWebhook',
        setUpHelp: 'webhookHelp',
        edit: 'editWebhook',
        saved: 'webhookSaved',
        delete: 'deleteWebhook',
        deleteHelp: 'deleteWebhookHelp',
        deleted: 'webhookDeleted',
      }}
      load={() => platform.call('get', '/webhook')}
      save={(body) => platform.call('put', '/webhook', { body })}
      remove={() => platform.call('delete', '/webhook')}
      fields={(before) => [
        {
          kind: 'choices',
          name: 'event_types',
          label: text('events'),
          choices: eventChoices(),
          value: before?.event_types,
          whole: true,
        },
      ]}
      acts={[rotate(platform)]}
      fact={(config) => [text('dropped'), number(config.dead_letter_dropped_count)]}
    >
      {(config) => (
        <>
          <Title headingLevel="h2" size="md">
            {text('events')}
          </Title>
          <span className="heimdall-tags">
            {config.event_types.length
              ? config.event_types.map((name) => (
                  <Label key={name} isCompact>
                    {name}
                  </Label>
                ))
              : text('tellsNothing')}
          </span>
        </>
      )}
    </Receiver>
  );
}

function rotate(platform: Platform): Act<Config> {
  return {
    label: text('rotate'),
    done: () => text('webhookRotated'),
    ask: () => ({
      title: text('rotateWebhook'),
      help: text('rotateWebhookHelp'),
      submit: text('rotate'),
      run: async () => signingSecret(await platform.call('post', '/webhook/rotate-secret')),
    }),
  };
}
