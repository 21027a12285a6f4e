// SPDX-License-Identifier: Apache-2.0
import { Sections } from '../../parts/sections';
import { text } from '../../texts/texts';
import { Attempts } from './attempts';
import { DeadLetters } from './dead-letters';
import { Sink } from './sink';
import { Target } from './target';

export default function Webhooks() {
  return (
    <Sections
      label={text('webhooks')}
      sections={[
        { title: text('webhookTarget'), Content: Target },
        { title: text('attempts'), Content: Attempts },
        { title: text('deadLetters'), Content: DeadLetters },
        { title: text('sink'), Content: Sink },
      ]}
    />
  );
}
