// SPDX-License-Identifier: Apache-2.0
import { PageSection, Text, TextContent } from '@patternfly/react-core';
import { Suspense, useEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import type { Where } from '../entry/where';
import { PageHeading } from '../parts/heading';
import { Warning } from '../parts/notices';
import { SubjectContext } from '../parts/subject';
import { Waiting } from '../parts/waiting';
import { text } from '../texts/texts';
import type { AdminToken } from './admin-token';
import { Mishap } from './mishap';
import { Navigation } from './navigation';
import { pageAt } from './pages';
import { Platform, PlatformContext } from './platform';

interface Props {
  where: Where;
  token: AdminToken;
  /** Where the list of pages goes; whom the console lists nothing for has none. */
  entry: HTMLElement | undefined;
}

export function App({ where, token, entry }: Props) {
  const { page, isKnown } = pageAt(where.page);
  const { server, realm, environment, id } = where;
  const home = environment.realm;
  const platform = useMemo(() => new Platform(server, realm, home, token), [server, realm, home, token]);
  useEffect(() => {
    const before = document.title;
    document.title = `${text(page.title)} – ${realm} – ${text('heimdall')}`;
    return () => {
      document.title = before;
    };
  }, [page, realm]);
  return (
    <PlatformContext.Provider value={platform}>
      {entry && createPortal(<Navigation realm={realm} current={page} />, entry)}
      <PageSection variant="light">
        <TextContent>
          <PageHeading title={text(page.title)} place={`${realm} ${page.path} ${id}`} />
          <Text>{text(page.intro)}</Text>
        </TextContent>
      </PageSection>
      <PageSection variant="light" className="heimdall-content">
        <Mishap key={`${realm} ${page.path}`}>
          {!isKnown && <Warning title={text('noSuchPage', where.page!)} />}
          <SubjectContext.Provider value={id}>
            <Suspense fallback={<Waiting />}>
              <page.Content />
            </Suspense>
          </SubjectContext.Provider>
        </Mishap>
      </PageSection>
    </PlatformContext.Provider>
  );
}
