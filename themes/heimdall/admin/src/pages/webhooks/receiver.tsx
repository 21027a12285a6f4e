// SPDX-License-Identifier: Apache-2.0
// What the webhook and the audit sink have in common: an address that is sent to, signed, until it fails for too long.
import type { ReactNode } from 'react';
import type { Act } from '../../parts/acts';
import { Facts } from '../../parts/facts';
import type { Fact } from '../../parts/facts';
import type { Field } from '../../parts/field';
import type { Secret } from '../../parts/secrets';
import { Single } from '../../parts/single';
import { number, text, time } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';
import { Delivery } from './delivery';

interface Config {
  url: string;
  disabled_at: string | null;
  disabled_reason: string | null;
  signing_secret_hint: string;
  consecutive_failures: number;
  updated_at: string;
}

interface Props<T extends Config, Sent> {
  words: Record<
    'none' | 'noneBody' | 'setUp' | 'setUpHelp' | 'edit' | 'saved' | 'delete' | 'deleteHelp' | 'deleted',
    TextKey
  >;
  load: () => Promise<T | null>;
  save: (sent: Sent) => Promise<{ signing_secret: string }>;
  remove: () => Promise<unknown>;
  /** What is asked besides the address. */
  fields?: (before?: T) => Field[];
  /** What can be done besides editing and deleting. */
  acts?: Act<T>[];
  fact: (config: T) => Fact;
  children?: (config: T) => ReactNode;
}

export function Receiver<T extends Config, Sent>(props: Props<T, Sent>) {
  const { words, load, acts = [], fact, children } = props;
  const saved = () => text(words.saved);
  return (
    <Single<T>
      empty={{ title: text(words.none), body: text(words.noneBody) }}
      load={load}
      create={{ label: text(words.setUp), done: saved, ask: () => ask(props) }}
      acts={[
        { label: text('edit'), done: saved, ask: (config) => ask(props, config) },
        ...acts,
        deletion(props),
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
              fact(config),
              [text('changed'), time(config.updated_at)],
            ]}
          />
          {children?.(config)}
        </>
      )}
    </Single>
  );
}

/** The secret of an answer, to be shown once. */
export function signingSecret({ signing_secret }: { signing_secret: string }): Secret[] {
  return [{ label: text('signingSecret'), value: signing_secret }];
}

function ask<T extends Config, Sent>({ words, save, fields }: Props<T, Sent>, before?: T): ReturnType<Act<T>['ask']> {
  return {
    title: text(before ? words.edit : words.setUp),
    help: text(before ? 'newSecretHelp' : words.setUpHelp),
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
      ...(fields?.(before) ?? []),
    ],
    run: async (sent: Sent) => signingSecret(await save(sent)),
  };
}

function deletion<T extends Config, Sent>({ words, remove }: Props<T, Sent>): Act<T> {
  return {
    label: text('delete'),
    danger: true,
    done: () => text(words.deleted),
    ask: () => ({
      title: text(words.delete),
      help: text(words.deleteHelp),
      submit: text('delete'),
      danger: true,
      run: async () => {
        await remove();
      },
    }),
  };
}
