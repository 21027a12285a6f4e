// SPDX-License-Identifier: Apache-2.0
import { text } from '../../texts/texts';

/** Whatever a team's own template asks for: nothing comes from anywhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const PLACEHOLDER =
  'display:inline-block;max-width:100%;box-sizing:border-box;margin:8px;padding:4px 8px;' +
  'border:1px dashed currentColor;overflow-wrap:anywhere';

/**
 * A mail that loads nothing and leads nowhere: in place of each picture stands where it is. The console asks no host
 * but its own, and whoever has the picture would hear who looks at the mail.
 */
export function inert(html: string): string {
  // Nothing is loaded for a document that no window shows.
  const mail = new DOMParser().parseFromString(html, 'text/html');
  mail.querySelectorAll('img').forEach((picture) => {
    if (!picture.src.startsWith('data:')) {
      picture.replaceWith(placeholder(mail, picture));
    }
  });
  // The first of them wins, and a mail may lead elsewhere by itself.
  mail.querySelectorAll('base, meta[http-equiv="refresh" i]').forEach((element) => element.remove());
  // A window of its own, which the sandbox does not give.
  mail.head.prepend(made(mail, 'meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }));
  mail.head.append(made(mail, 'base', { target: '_blank' }));
  return `<!DOCTYPE html>${mail.documentElement.outerHTML}`;
}

function placeholder(mail: Document, picture: HTMLImageElement) {
  const shown = made(mail, 'span', { style: PLACEHOLDER });
  shown.textContent = text('pictureElsewhere', picture.getAttribute('src') ?? '');
  return shown;
}

function made(mail: Document, name: string, attributes: Record<string, string>) {
  const element = mail.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}
