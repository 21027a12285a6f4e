// SPDX-License-Identifier: Apache-2.0
// What the console's script loads when a page is opened: one tree of React in the console's main region.
import { createRoot } from 'react-dom';
import type { Root } from 'react-dom/client';
import type { Where } from '../entry/where';
import { speak } from '../texts/texts';
import { AdminToken } from './admin-token';
import { App } from './app';
import { LastResort } from './last-resort';
import type { Fail } from './last-resort';
import { patience } from './patience';
import './shell.css';
import './tables.css';

let token: AdminToken | undefined;
let spoken: Promise<string> | undefined;
let open: { container: HTMLElement; root: Root } | undefined;

/**
 * Shows a page, in place of the one before; gives back what takes it away. `fail` hears of what the pages did not
 * catch.
 */
export function show(container: HTMLElement, entry: HTMLElement | undefined, where: Where, fail: Fail) {
  token ??= new AdminToken(where.environment);
  if (open?.container !== container) {
    leave();
    open = { container, root: createRoot(container) };
  }
  const { root } = open!;
  const bearer = token;
  spoken ??= localeOf(where, bearer).then(speak).catch(withoutWords);
  spoken
    .then((language) => {
      if (open?.root === root) {
        container.lang = language;
        root.render(
          <LastResort fail={fail}>
            <App where={where} token={bearer} entry={entry} />
          </LastResort>,
        );
      }
    })
    .catch(fail);
  return leave;
}

/** Where the files of a language are gone the pages say in English that the console has to be loaded again. */
function withoutWords(error: unknown) {
  console.warn('Heimdall: no words', error);
  return 'en';
}

function leave() {
  open?.root.unmount();
  open = undefined;
}

/**
 * The language that the console shows; it asks Keycloak the same, of the realm that is shown: an admin need not have a
 * role in the one of the login. Null if that fails, which the page then tells, and which is asked again with the next.
 */
async function localeOf({ environment, server, realm }: Where, bearer: AdminToken): Promise<string | null> {
  const home = environment.realm;
  const address = `${server}/admin/${encodeURIComponent(home)}/console/whoami`;
  try {
    for (const seen of new Set([realm, home])) {
      const answer = await fetch(`${address}?currentRealm=${encodeURIComponent(seen)}`, {
        signal: patience(),
        headers: { authorization: `Bearer ${await bearer.get()}` },
      });
      if (answer.ok) {
        return (await answer.json()).locale;
      }
    }
  } catch (error) {
    console.warn('Heimdall: no language', error);
  }
  spoken = undefined;
  return null;
}
