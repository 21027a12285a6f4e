// SPDX-License-Identifier: Apache-2.0
// Our part of the console's navigation.
import { firstPageOf } from './place';

const ID = 'heimdall-nav';

let entry: HTMLLIElement | undefined;

/** The part that was shown last; the pages add the list of them to it. */
export function shownEntry(): HTMLLIElement | undefined {
  return entry;
}

/** Shows our part for an app, or takes it away for null. */
export function showEntry(realm: string | null, current: boolean) {
  // The first list that has a heading is the one of what is managed.
  const list = document.querySelector('#page-sidebar nav section > h2 + ul');
  if (!realm || !list) {
    entry?.remove();
    return;
  }
  entry ??= makeEntry();
  if (entry.parentNode !== list) {
    list.prepend(entry);
  }
  const link = entry.firstElementChild!;
  setOnce(link, 'href', firstPageOf(realm));
  setOnce(link, 'aria-expanded', String(current));
  entry.classList.toggle('pf-m-expanded', current);
  entry.classList.toggle('pf-m-current', current);
}

/** Takes our part away, whoever put it there. */
export function removeEntry() {
  document.getElementById(ID)?.remove();
}

function makeEntry() {
  const link = document.createElement('a');
  link.className = 'pf-v5-c-nav__link';
  link.textContent = 'Heimdall';
  const item = document.createElement('li');
  item.id = ID;
  item.className = 'pf-v5-c-nav__item';
  item.append(link);
  return item;
}

/** Sets what differs only, so that the observer comes to rest. */
function setOnce(node: Element, name: string, value: string) {
  if (node.getAttribute(name) !== value) {
    node.setAttribute(name, value);
  }
}
