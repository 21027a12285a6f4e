// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@patternfly/react-core';
import { ActButtons } from '../../parts/act-buttons';
import { useActs } from '../../parts/acts';
import type { Act } from '../../parts/acts';
import { Facts } from '../../parts/facts';
import { useLoaded } from '../../parts/loaded';
import { Done, Problem } from '../../parts/notices';
import { Waiting } from '../../parts/waiting';
import { usePlatform } from '../../shell/platform';
import type { Platform } from '../../shell/platform';
import { faultOf } from '../../shell/refusal';
import { text } from '../../texts/texts';

/** What is set for English counts for all languages. */
const TEXTS = '/localization/en';
const LOGO = 'heimdallLogo';
const COLOUR = 'heimdallColor';

type Texts = Record<string, string>;

/** The logo and the colour of the mails, which are texts of the realm. */
export function Look() {
  const platform = usePlatform();
  const load = () => platform.keycloak<Texts>('get', TEXTS, 'view-realm');
  const { value: texts, error, reload } = useLoaded(load, [platform]);
  const acting = useActs(reload);
  return (
    <Stack hasGutter>
      <Done what={acting.done} />
      {error && <Problem error={error} retry={reload} />}
      {acting.error && <Problem error={acting.error} isAnswer />}
      {!texts && !error && <Waiting />}
      {texts && (
        <>
          <ActButtons acts={[edit(platform)]} subject={texts} start={acting.start} variant="secondary" />
          <Facts
            facts={[
              [text('logo'), <span className="heimdall-long">{texts[LOGO] ?? text('noLogo')}</span>],
              [text('colour'), texts[COLOUR] ? <code>{texts[COLOUR]}</code> : text('standardColour')],
            ]}
          />
        </>
      )}
      {acting.dialog}
    </Stack>
  );
}

function edit(platform: Platform): Act<Texts> {
  return {
    label: text('edit'),
    done: () => text('lookSaved'),
    ask: (texts) => ({
      title: text('look'),
      submit: text('save'),
      fields: [
        { kind: 'url', name: LOGO, label: text('logo'), help: text('logoHelp'), most: 500, value: texts[LOGO] ?? '' },
        {
          kind: 'text',
          name: COLOUR,
          label: text('colour'),
          help: text('colourHelp'),
          most: 7,
          value: texts[COLOUR] ?? '',
        },
      ],
      run: async (entered: Texts) => {
        if (entered[LOGO] && !/^https:\/\/[^\s"'<>]+$/.test(entered[LOGO])) {
          throw faultOf(LOGO, text('logoIsNone'));
        }
        if (entered[COLOUR] && !/^#[0-9a-f]{6}$/i.test(entered[COLOUR])) {
          throw faultOf(COLOUR, text('colourIsNone'));
        }
        await platform.keycloak('post', TEXTS, 'manage-realm', entered);
        for (const gone of [LOGO, COLOUR].filter((name) => texts[name] !== undefined && !entered[name])) {
          await platform.keycloak('delete', `${TEXTS}/${gone}`, 'manage-realm');
        }
      },
    }),
  };
}
