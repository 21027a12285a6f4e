// SPDX-License-Identifier: Apache-2.0
import { addressOfPage } from '../parts/addresses';
import { text } from '../texts/texts';
import { PAGES } from './pages';
import type { Page } from './pages';

/** The list of pages, below "Heimdall" in the console's own navigation. */
export function Navigation({ realm, current }: { realm: string; current: Page }) {
  return (
    <div className="pf-v5-c-nav__subnav">
      <ul className="pf-v5-c-nav__list" aria-label={text('heimdall')}>
        {PAGES.map((page) => (
          <li key={page.path} className="pf-v5-c-nav__item">
            <a
              className={`pf-v5-c-nav__link${page === current ? ' pf-m-current' : ''}`}
              href={addressOfPage(realm, page.path)}
              aria-current={page === current ? 'page' : undefined}
            >
              {text(page.title)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
