// SPDX-License-Identifier: Apache-2.0
// Every way that leads from a page within the console: a link of ours or of Keycloak's, the browser's back button, an
// address that is typed, and what Keycloak's own script opens; and what ends the console, which the browser asks about.

/** What is used of the browser's Navigation API; a browser without it does not ask before it goes back. */
interface Navigation extends EventTarget {
  traverseTo(key: string): void;
}

interface Navigating extends Event {
  navigationType: 'push' | 'replace' | 'reload' | 'traverse';
  hashChange: boolean;
  destination: { url: string; key: string };
}

/** Keeps the page until what it gives back is called; `ask` gets what leaves it after all. */
export function keep(ask: (leave: () => void) => void): () => void {
  let free = false;
  const askFirst = (go: () => void) =>
    ask(() => {
      free = true;
      go();
    });

  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!free && !elsewhere && link && !link.target && leadsAway(link.href)) {
      event.preventDefault();
      event.stopPropagation();
      askFirst(() => link.click());
    }
  };
  const onNavigate = (event: Event) => {
    const { navigationType, destination, hashChange } = event as Navigating;
    if (free || !event.cancelable || !leadsAway(destination.url)) {
      return;
    }
    event.preventDefault();
    if (navigationType !== 'traverse' && !hashChange) {
      // Keycloak's script opened it, and takes it for open: have it look again.
      setTimeout(() => dispatchEvent(new PopStateEvent('popstate', { state: history.state })));
    }
    askFirst(() => {
      if (navigationType === 'traverse') {
        navigation()!.traverseTo(destination.key);
      } else {
        location.hash = new URL(destination.url).hash;
      }
    });
  };
  const onEnd = (event: Event) => event.preventDefault();

  addEventListener('click', onClick, true);
  addEventListener('beforeunload', onEnd);
  navigation()?.addEventListener('navigate', onNavigate);
  return () => {
    removeEventListener('click', onClick, true);
    removeEventListener('beforeunload', onEnd);
    navigation()?.removeEventListener('navigate', onNavigate);
  };
}

function navigation() {
  return (window as { navigation?: Navigation }).navigation;
}

/** Whether an address is another page of the console, or another thing of the page. */
function leadsAway(address: string) {
  const [there, here] = [new URL(address, location.href), new URL(location.href)];
  const isOfConsole = there.origin === here.origin && there.pathname === here.pathname && there.search === here.search;
  return isOfConsole && pageIn(there) !== pageIn(here);
}

function pageIn({ hash }: URL) {
  const [path, query] = hash.split('?');
  const named = new URLSearchParams(query);
  return `${path}?${named.get('page')}&${named.get('id')}`;
}
