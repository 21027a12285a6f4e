// SPDX-License-Identifier: Apache-2.0
import { alert, button, element } from './elements.js';
import { formGroup, valuesOf } from './fields.js';
import { text } from './texts.js';

/**
 * Asks, and does what was asked for. `run` gets what was entered; the secrets that it gives back, as pairs of label and
 * value, are shown until the dialog is closed. The promise tells, once it is closed, whether it was done.
 */
export function ask(container, { title, help, fields = [], submit, danger = false, run }) {
  const send = button(submit, danger ? 'danger' : 'primary', null, { type: 'submit' });
  const cancel = button(text('cancel'), 'link', () => dialog.close());
  const problem = element('div');
  const form = element(
    'form',
    { class: 'pf-v5-c-form', id: 'heimdall-form' },
    ...(help ? [element('p', {}, help)] : []),
    ...fields.map(formGroup),
    problem,
  );
  send.setAttribute('form', form.id);
  const body = element('div', { class: 'pf-v5-c-modal-box__body' }, form);
  const footer = element('footer', { class: 'pf-v5-c-modal-box__footer' }, send, cancel);
  const dialog = element(
    'dialog',
    { class: 'pf-v5-c-modal-box pf-m-md heimdall-dialog', 'aria-labelledby': 'heimdall-dialog-title' },
    element(
      'header',
      { class: 'pf-v5-c-modal-box__header' },
      element('h2', { class: 'pf-v5-c-modal-box__title', id: 'heimdall-dialog-title' }, title),
    ),
    body,
    footer,
  );

  let done = false;
  let keepOpen = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    send.disabled = true;
    keepOpen = true;
    problem.replaceChildren();
    try {
      const secrets = await run(valuesOf(form, fields));
      done = true;
      if (secrets) {
        showOnce(secrets, body, footer, dialog);
      } else {
        dialog.close();
      }
    } catch (error) {
      keepOpen = false;
      problem.append(alert('danger', error.message));
      send.disabled = false;
    }
  });
  // The key Escape must not lose a secret that nothing shows again.
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && keepOpen) {
      event.preventDefault();
    }
  });
  dialog.addEventListener('cancel', (event) => keepOpen && event.preventDefault());

  container.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(done);
    });
  });
}

function showOnce(secrets, body, footer, dialog) {
  const close = button(text('close'), 'primary', () => dialog.close());
  body.replaceChildren(
    alert('warning', text('secretOnce')),
    element(
      'dl',
      { class: 'heimdall-secrets' },
      ...secrets.flatMap(([label, value]) => [
        element('dt', {}, label),
        element('dd', {}, element('span', { class: 'heimdall-secret' }, value), ...copier(label, value)),
      ]),
    ),
  );
  footer.replaceChildren(close);
  close.focus();
}

/** Browsers have a clipboard for pages over TLS only. */
function copier(label, value) {
  if (!navigator.clipboard) {
    return [];
  }
  const copy = button(text('copy'), 'link', () =>
    navigator.clipboard.writeText(value).then(
      () => copy.replaceChildren(text('copied')),
      () => copy.remove(),
    ),
  );
  copy.setAttribute('aria-label', `${text('copy')}: ${label}`);
  return [copy];
}
