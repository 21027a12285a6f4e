// SPDX-License-Identifier: Apache-2.0
import type { Act } from '../../parts/acts';
import { Facts } from '../../parts/facts';
import { Single } from '../../parts/single';
import type { Answer, Platform } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { Refusal } from '../../shell/refusal';
import { number, text, time } from '../../texts/texts';
import { Delivery } from './delivery';

type Config = Answer<'/audit-sink'>;

/** Where the app's audit log is sent. */
export function Sink() {
  const platform = usePlatform();
  return (
    <Single<Config>
      empty={{ title: text('noSink'), body: text('noSinkBody') }}
      load={() => platform.call('get', '/audit-sink').catch(nullIfNotThere)}
      create={{ label: text('setUpSink'), done: () => text('sinkSaved'), ask: () => ask(platform) }}
      acts={[
        { label: text('edit'), done: () => text('sinkSaved'), ask: (config) => ask(platform, config) },
        {
          label: text('delete'),
          danger: true,
          done: () => text('sinkDeleted'),
          ask: () => ({
            title: text('deleteSink'),
            help: text('deleteSinkHelp'),
            submit: text('delete'),
            danger: true,
            run: async () => {
              await platform.call('delete', '/audit-sink');
            },
          }),
        },
      ]}
    >
      {(config) => (
        <Facts
          facts={[
            [text('url'), <span className="heimdall-long">{config.url}</span>],
            [text('status'), <Delivery target={config} />],
            [text('signingSecret'), <code>…{config.signing_secret_hint}</code>],
            [text('failuresInARow'), number(config.consecutive_failures)],
            [text('lastDelivered'), config.last_delivered_at ? time(config.last_delivered_at) : text('never')],
            [text('changed'), time(config.updated_at)],
          ]}
        />
      )}
    </Single>
  );
}

function nullIfNotThere(error: unknown): null {
  if (error instanceof Refusal && error.status === 404) {
    return null;
  }
  throw error;
}

function ask(platform: Platform, before?: Config): ReturnType<Act<void>['ask']> {
  return {
    title: text(before ? 'editSink' : 'setUpSink'),
    help: text(before ? 'newSecretHelp' : 'sinkHelp'),
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
    ],
    run: async (body: { url: string }) => {
      const { signing_secret } = await platform.call('put', '/audit-sink', { body });
      return [{ label: text('signingSecret'), value: signing_secret }];
    },
  };
}
