// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Loaded<T> {
  /** Null until the first answer. */
  value: T | null;
  error: Error | null;
  /** Asks again; what was there is shown until then. */
  reload: () => Promise<void>;
}

/** What `load` gives, asked for once, and again where one of the values changes. */
export function useLoaded<T>(load: () => Promise<T>, values: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<{ value: T | null; error: Error | null }>({ value: null, error: null });
  const latest = useRef(0);
  const ask = useCallback(load, values);
  const reload = useCallback(async () => {
    const turn = ++latest.current;
    try {
      const value = await ask();
      if (turn === latest.current) {
        setState({ value, error: null });
      }
    } catch (error) {
      if (turn === latest.current) {
        setState({ value: null, error: error as Error });
      }
    }
  }, [ask]);
  useEffect(() => {
    reload();
    return () => {
      latest.current++;
    };
  }, [reload]);
  return { ...state, reload };
}
