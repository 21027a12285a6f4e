// SPDX-License-Identifier: Apache-2.0
import { Label, Title } from '@patternfly/react-core';
import type { Act } from '../../parts/acts';
import { Facts } from '../../parts/facts';
import { Single } from '../../parts/single';
import type { Answer, Platform } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { number, text, time } from '../../texts/texts';
import { Delivery } from './delivery';
import { eventChoices } from './events';

type Config = NonNullable<Answer<'/webhook'>>;

/** Where the app tells its backend what happens, and of what. */
export function Target() {
  const platform = usePlatform();
  return (
    <Single<Config>
      empty={{ title: text('noWebhook'), body: text('noWebhookBody') }}
      load={() => platform.call('get', '/webhook')}
      create={{ label: text('setUpWebhook'), done: () => text('webhookSaved'), ask: () => ask(platform) }}
      acts={[
        { label: text('edit'), done: () => text('webhookSaved'), ask: (config) => ask(platform, config) },
        rotate(platform),
        {
          label: text('delete'),
          danger: true,
          done: () => text('webhookDeleted'),
          ask: () => ({
            title: text('deleteWebhook'),
            help: text('deleteWebhookHelp'),
            submit: text('delete'),
            danger: true,
            run: async () => {
              await platform.call('delete', '/webhook');
            },
          }),
        },
      ]}
    >
      {(config) => (
        <>
          <Facts
            facts={[
              [text('url'), <span className="heimdall-long">{config.url}</span>],
              [text('status'), <Delivery target={config} />],
              [text('signingSecret'), <code>…{config.signing_secret_hint}</code>],
              [text('failuresInARow'), number(config.consecutive_failures)],
              [text('dropped'), number(config.dead_letter_dropped_count)],
              [text('changed'), time(config.updated_at)],
            ]}
          />
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
    </Single>
  );
}

function ask(platform: Platform, before?: Config): ReturnType<Act<void>['ask']> {
  return {
    title: text(before ? 'editWebhook' : 'setUpWebhook'),
    help: text(before ? 'newSecretHelp' : 'webhookHelp'),
    submit: text('save'),
    fields: [
      {
        kind: 'url',
        name: 'url',
        label: text('url'),
        help: text('urlHelp'),
        required: true,
        most: 2048,
        value: before?.url,
      },
      {
        kind: 'choices',
        name: 'event_types',
        label: text('events'),
        choices: eventChoices(),
        value: before?.event_types,
        whole: true,
      },
    ],
    run: async (body: { url: string; event_types: string[] }) => {
      const { signing_secret } = await platform.call('put', '/webhook', { body });
      return [{ label: text('signingSecret'), value: signing_secret }];
    },
  };
}

function rotate(platform: Platform): Act<Config> {
  return {
    label: text('rotate'),
    done: () => text('webhookRotated'),
    ask: () => ({
      title: text('rotateWebhook'),
      help: text('rotateWebhookHelp'),
      submit: text('rotate'),
      run: async () => {
        const { signing_secret } = await platform.call('post', '/webhook/rotate-secret');
        return [{ label: text('signingSecret'), value: signing_secret }];
      },
    }),
  };
}
