// SPDX-License-Identifier: Apache-2.0
// A list that is loaded a page at a time.
import { useRef, useState } from 'react';
import type { Paged } from '../shell/platform';
import { useLoaded } from './loaded';

type Load<T> = (cursor?: string) => Promise<Paged<T>>;

/** A first page, with what gives those that follow it: what is asked for may be something else by then. */
interface First<T> {
  page: Paged<T>;
  load: Load<T>;
}

/** What holds until there is another first page. */
interface Further<T> {
  of: First<T> | null;
  pages: Paged<T>[];
  chosen: string[];
  loading: boolean;
}

export interface Pages<T> {
  /** Null until the first answer. */
  rows: T[] | null;
  error: Error | null;
  reload: () => Promise<void>;
  /** Loads the page that follows; null where none does. */
  more: (() => Promise<void>) | null;
  loading: boolean;
  /** The ids of the rows that are chosen. */
  chosen: string[];
  choose: (ids: string[]) => void;
}

/** The rows of one query: no page of another is ever among them. It is asked anew where one of the values changes. */
export function usePages<T>(load: Load<T>, values: readonly unknown[]): Pages<T> {
  const { value: first, error, reload } = useLoaded(async () => ({ page: await load(), load }), values);
  const [further, setFurther] = useState<Further<T>>(() => nothing(null));
  const current = useRef(first);
  current.current = first;

  const { pages, chosen, loading } = further.of === first ? further : nothing(first);
  const change = (work: (before: Further<T>) => Partial<Further<T>>) => {
    if (current.current === first) {
      setFurther((kept) => {
        const before = kept.of === first ? kept : nothing(first);
        return { ...before, ...work(before) };
      });
    }
  };
  const next = (pages.at(-1) ?? first?.page)?.pagination?.next_cursor;
  const more = async () => {
    change(() => ({ loading: true }));
    try {
      const page = await first!.load(next!);
      change((before) => ({ pages: [...before.pages, page] }));
    } catch (problem) {
      if (current.current === first) {
        throw problem;
      }
    } finally {
      change(() => ({ loading: false }));
    }
  };
  return {
    rows: first && [first.page, ...pages].flatMap(({ data }) => data),
    error,
    reload,
    more: next ? more : null,
    loading,
    chosen,
    choose: (ids) => change(() => ({ chosen: ids })),
  };
}

function nothing<T>(of: First<T> | null): Further<T> {
  return { of, pages: [], chosen: [], loading: false };
}
