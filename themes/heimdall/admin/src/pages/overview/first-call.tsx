// SPDX-License-Identifier: Apache-2.0
import { CodeBlock, CodeBlockAction, CodeBlockCode, Text, TextContent, Title } from '@patternfly/react-core';
import { CopyButton } from '../../parts/copy-button';
import { quoted } from '../../parts/commands';
import { text } from '../../texts/texts';

/** A call that shows whether the app answers: it signs someone up. */
export function FirstCall({ api }: { api: string }) {
  const call = [
    `curl -i ${quoted(`${api}/auth/signup`)} \\`,
    "  -H 'content-type: application/json' \\",
    '  -d \'{"email": "ada@example.com", "username": "ada", "password": "CorrectHorseBatteryStaple"}\'',
  ].join('\n');
  return (
    <section>
      <TextContent>
        <Title headingLevel="h2" size="lg">
          {text('firstCall')}
        </Title>
        <Text>{text('firstCallIntro')}</Text>
      </TextContent>
      <CodeBlock
        actions={
          <CodeBlockAction>
            <CopyButton label={text('firstCall')} value={call} />
          </CodeBlockAction>
        }
      >
        <CodeBlockCode tabIndex={0}>{call}</CodeBlockCode>
      </CodeBlock>
    </section>
  );
}
