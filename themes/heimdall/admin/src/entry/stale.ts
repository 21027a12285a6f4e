// SPDX-License-Identifier: Apache-2.0
// What stands in place of the pages where their files are gone, as in a console that stood open while the server was
// updated.

const WORDS = {
  en: ['Heimdall’s pages could not be loaded; the server may have been updated.', 'Load the page again'],
  de: ['Die Seiten von Heimdall ließen sich nicht laden; vielleicht ist der Server aktualisiert.', 'Seite neu laden'],
} as const;

/** Says so, and offers to load the console again. The reader's language stands in files that are gone too. */
export function showStale(container: HTMLElement) {
  const language = navigator.language.startsWith('de') ? 'de' : 'en';
  const [why, what] = WORDS[language];
  const told = document.createElement('p');
  told.textContent = why;
  told.style.marginBottom = '1rem';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'pf-v5-c-button pf-m-primary';
  button.textContent = what;
  button.addEventListener('click', () => location.reload());
  const section = document.createElement('section');
  section.className = 'pf-v5-c-page__main-section pf-m-light';
  section.lang = language;
  section.setAttribute('role', 'alert');
  section.append(told, button);
  container.replaceChildren(section);
}
