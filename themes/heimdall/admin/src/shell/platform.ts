// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext } from 'react';
import type { paths } from '../generated/api';
import { text } from '../texts/texts';
import type { AdminToken } from './admin-token';
import { contentOf, reached } from './answers';
import type { AdminRole, How, Method } from './answers';
import { parsed, written } from './json';
import { patience } from './patience';
import { Refusal } from './refusal';

type OfApp = `/v1/apps/{app_id}`;

/** The routes of one app, without the app's own part of the path. */
export type Route = { [P in keyof paths]: P extends `${OfApp}${infer Rest}` ? Rest : never }[keyof paths];
type Operation<R extends Route, M extends Method> = paths[`${OfApp}${R}` & keyof paths][M & keyof paths[keyof paths]];

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : null;
type Responses<O> = O extends { responses: infer Answers } ? Answers : never;
type Good<A> = { [S in keyof A]: S extends 200 | 201 | 204 ? Json<A[S]> : never }[keyof A];

/** What is there in every answer, which the document calls optional in places; what may be absent is null in it. */
export type Whole<T> = T extends (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { [K in keyof T]-?: Whole<Exclude<T[K], undefined>> }
    : T;

/** What a route answers. */
export type Answer<R extends Route, M extends Method = 'get'> = Whole<Good<Responses<Operation<R, M>>>>;
type Sent<R extends Route, M extends Method> =
  Operation<R, M> extends { requestBody?: infer Body }
    ? NonNullable<Body> extends { content: { 'application/json': infer Json } }
      ? Json
      : never
    : never;

/** What a route can be asked for besides its path. */
export type Query<R extends Route, M extends Method = 'get'> =
  Operation<R, M> extends { parameters: { query?: infer Q } } ? Q : never;

type Names<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** A part of a list. */
export interface Paged<T> {
  data: T[];
  pagination?: { next_cursor: string | null };
}

interface Parts<R extends Route, M extends Method> {
  path?: Record<Names<R>, string>;
  query?: Query<R, M>;
  body?: Sent<R, M>;
  /** Whether the answer is `parsed`, so that what a browser cannot keep of it can be sent again. */
  exact?: boolean;
}

/** The platform API of one app and Keycloak's admin API of its realm, called as the admin who is logged in. */
export class Platform {
  constructor(
    readonly server: string,
    readonly realm: string,
    /** The realm that the admin logged in to. */
    readonly home: string,
    readonly token: AdminToken,
  ) {}

  /** The body of the answer, null where there is none. Throws a `Refusal`. */
  call<R extends Route, M extends Method>(method: M, route: R, parts: Parts<R, M> = {}): Promise<Answer<R, M>> {
    const values = (parts.path ?? {}) as Record<string, string>;
    if (Object.values(values).some((value) => ['', '.', '..'].includes(value))) {
      // The browser would take these for another path, and nothing is called so.
      return Promise.reject(new Refusal(404, text('notThere')));
    }
    const path = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
    return this.#send(
      `/v1/apps/${encodeURIComponent(this.realm)}${path}${queryOf(parts.query ?? {})}`,
      method,
      parts.body,
      { read: parts.exact ? parsed : undefined },
    );
  }

  /** The same of Keycloak's own admin API, below the realm; it refuses without saying that it is `role` that lacks. */
  keycloak<T>(method: Method, path: string, role: AdminRole, body?: unknown): Promise<T> {
    return this.#send(`/admin/realms/${encodeURIComponent(this.realm)}${path}`, method, body, { role });
  }

  /** The same of the realm that the admin logged in to; few may see anything there. */
  atHome<T>(path: string): Promise<T> {
    return this.#send(`/admin/realms/${encodeURIComponent(this.home)}${path}`, 'get');
  }

  /** What the server has, as its console asks for it. */
  serverInfo<T>(): Promise<T> {
    return this.#send('/admin/serverinfo', 'get');
  }

  /** The issuer that the app tells everyone; null where it tells none, as one that is closed. */
  async issuer(): Promise<string | null> {
    const slug = encodeURIComponent(this.realm);
    const address = `${this.server}/realms/${slug}/v1/.well-known/openid-configuration`;
    const answer = await reached(fetch(address, { credentials: 'omit', signal: patience() }));
    const content = await reached(answer.text());
    if (answer.status === 403 || answer.status === 404) {
      return null;
    }
    return contentOf<{ issuer: string }>(answer, content).issuer;
  }

  async #send<T>(path: string, method: Method, body?: unknown, how: How<T> = {}): Promise<T> {
    const token = await reached(this.token.get());
    if (!token) {
      throw new Refusal(401, text('loggedOut'));
    }
    const request = fetch(this.server + path, {
      method: method.toUpperCase(),
      signal: patience(),
      cache: 'no-store',
      credentials: 'omit',
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : written(body),
    });
    const answer = await reached(request, method);
    return contentOf(answer, await reached(answer.text(), method), how);
  }
}

function queryOf(query: object) {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return entries.length ? `?${new URLSearchParams(entries)}` : '';
}

export const PlatformContext = createContext<Platform | null>(null);

export function usePlatform(): Platform {
  const platform = useContext(PlatformContext);
  if (!platform) {
    throw new Error('no platform around this page');
  }
  return platform;
}
