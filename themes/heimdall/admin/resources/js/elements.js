// SPDX-License-Identifier: Apache-2.0
// Builds elements in the look of the console. Values become text or attributes, never markup.

/** An element; attributes that are functions listen to the event of their name, and null or false leaves one out. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children);
  return node;
}

/** `kind` is one of PatternFly's, such as primary, secondary, danger, link. */
export function button(label, kind, onClick, attributes = {}) {
  return element('button', { type: 'button', class: `pf-v5-c-button pf-m-${kind}`, click: onClick, ...attributes }, label);
}

/** `kind` is danger, warning, success or info. */
export function alert(kind, message) {
  return element(
    'div',
    { class: `pf-v5-c-alert pf-m-inline pf-m-plain pf-m-${kind}`, role: kind === 'danger' ? 'alert' : 'status' },
    element('p', { class: 'pf-v5-c-alert__title' }, message),
  );
}

export function table(caption, headings, rows) {
  const cell = (tag, attributes, content) =>
    element(tag, { class: `pf-v5-c-table__${tag}`, ...attributes }, ...[content].flat());
  return element(
    'table',
    { class: 'pf-v5-c-table pf-m-grid-md', 'aria-label': caption },
    element(
      'thead',
      { class: 'pf-v5-c-table__thead' },
      element('tr', { class: 'pf-v5-c-table__tr' }, ...headings.map((heading) => cell('th', { scope: 'col' }, heading))),
    ),
    element(
      'tbody',
      { class: 'pf-v5-c-table__tbody' },
      ...rows.map((cells) =>
        element(
          'tr',
          { class: 'pf-v5-c-table__tr' },
          ...cells.map((content, column) => cell('td', { 'data-label': headings[column] }, content)),
        ),
      ),
    ),
  );
}
