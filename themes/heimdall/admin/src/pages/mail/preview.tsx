// SPDX-License-Identifier: Apache-2.0
import {
  FormSelect,
  FormSelectOption,
  Stack,
  Title,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { useState } from 'react';
import { useLoaded } from '../../parts/loaded';
import { Problem } from '../../parts/notices';
import { Waiting } from '../../parts/waiting';
import { usePlatform } from '../../shell/platform';
import { languageName, readersLanguage, text } from '../../texts/texts';
import { inert } from './inert';
import { MAILS } from './mails';
import './preview.css';

interface Realm {
  internationalizationEnabled?: boolean;
  supportedLocales?: string[];
}

/** Each mail in each language of the realm, as it would be sent. */
export function Preview() {
  const platform = usePlatform();
  const [mail, setMail] = useState(Object.keys(MAILS)[0]!);
  const [chosen, setChosen] = useState<string | null>(null);
  const { value: languages } = useLoaded(async () => {
    const realm = await platform.keycloak<Realm>('get', '', 'view-realm');
    return [...new Set(['en', ...((realm.internationalizationEnabled && realm.supportedLocales) || [])])];
  }, [platform]);
  const locale = chosen ?? (languages?.includes(readersLanguage()) ? readersLanguage() : 'en');
  const { value, error, reload } = useLoaded(
    () => platform.call('get', '/notification-settings/preview', { query: { mail, locale } }),
    [platform, mail, locale],
  );
  return (
    <Stack hasGutter>
      <Toolbar inset={{ default: 'insetNone' }}>
        <ToolbarContent>
          <ToolbarItem>
            <FormSelect aria-label={text('mail')} value={mail} onChange={(_, template) => setMail(template)}>
              {Object.entries(MAILS).map(([template, { label }]) => (
                <FormSelectOption key={template} value={template} label={text(label)} />
              ))}
            </FormSelect>
          </ToolbarItem>
          <ToolbarItem>
            <FormSelect
              aria-label={text('mailLanguage')}
              value={locale}
              onChange={(_, language) => setChosen(language)}
            >
              {(languages ?? ['en']).map((language) => (
                <FormSelectOption key={language} value={language} label={languageName(language)} />
              ))}
            </FormSelect>
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      {error && <Problem error={error} retry={reload} />}
      {!value && !error && <Waiting />}
      {value && (
        <>
          <Title headingLevel="h2" size="lg">
            {value.subject}
          </Title>
          {/* Nothing in it may run, be sent or reach the console. */}
          <iframe className="heimdall-mail" title={value.subject} sandbox="" srcDoc={inert(value.html)} />
          <Title headingLevel="h3" size="md">
            {text('plainText')}
          </Title>
          <pre className="heimdall-plain">{value.text}</pre>
        </>
      )}
    </Stack>
  );
}
