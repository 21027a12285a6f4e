// SPDX-License-Identifier: Apache-2.0
import type { Platform } from '../shell/platform';

export interface AllAddresses {
  issuer: string;
  api: string;
  configuration: string;
  keys: string;
  platform: string;
}

/** Where a page of ours is, within the console, or one of its things. */
export function addressOfPage(realm: string, page: string, id?: string): string {
  const one = id === undefined ? '' : `&id=${encodeURIComponent(id)}`;
  return `#/${encodeURIComponent(realm)}/heimdall?page=${page}${one}`;
}

/** The app's addresses, by the issuer that it tells; an app that is closed tells none, and has the server's own. */
export async function addressesOf(platform: Platform): Promise<AllAddresses> {
  const { server, realm } = platform;
  const slug = encodeURIComponent(realm);
  const issuer = (await platform.issuer()) ?? `${server}/${slug}`;
  return {
    api: `${issuer}/v1`,
    issuer,
    configuration: `${issuer}/.well-known/openid-configuration`,
    keys: `${issuer}/.well-known/jwks.json`,
    platform: `${server}/v1/apps/${slug}`,
  };
}
