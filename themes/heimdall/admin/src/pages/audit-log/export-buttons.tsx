// SPDX-License-Identifier: Apache-2.0
import { Button, ToolbarItem } from '@patternfly/react-core';
import { useEffect, useRef, useState } from 'react';
import { isFocusLost } from '../../parts/heading';
import { Problem } from '../../parts/notices';
import { usePlatform } from '../../shell/platform';
import { number, text } from '../../texts/texts';
import { collect, fileOf, nameOf, save } from './export';
import type { Format } from './export';
import { queryOf } from './filter';
import type { Filter } from './filter';

const FORMATS: Format[] = ['csv', 'json'];

/** Saves what fits as a file. Who stops has what came until then, who goes elsewhere has none. */
export function ExportButtons({ filter }: { filter: Filter }) {
  const platform = usePlatform();
  const [count, setCount] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const goOn = useRef(true);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const pressed = useRef<Format | null>(null);
  const buttons = useRef<Partial<Record<Format | 'stop', HTMLButtonElement | null>>>({});
  const isRunning = count !== null;
  useEffect(() => {
    // What was pressed gives way to what stops it, and comes back.
    if (pressed.current && isFocusLost()) {
      buttons.current[isRunning ? 'stop' : pressed.current]?.focus();
    }
  }, [isRunning]);

  const start = async (format: Format) => {
    goOn.current = true;
    pressed.current = format;
    setError(null);
    setCount(0);
    try {
      const collected = await collect(platform, await queryOf(platform, filter), (soFar) => {
        setCount(soFar);
        return goOn.current && !gone.current;
      });
      if (!gone.current) {
        save(fileOf(collected.entries, format), nameOf(collected, platform.realm, format));
      }
    } catch (problem) {
      setError(problem as Error);
    } finally {
      setCount(null);
    }
  };
  if (isRunning) {
    return (
      <ToolbarItem alignSelf="center">
        {/* First, as what grows would move it. */}
        <Button
          ref={(node) => (buttons.current.stop = node)}
          variant="link"
          isInline
          onClick={() => (goOn.current = false)}
        >
          {text('stop')}
        </Button>{' '}
        <span role="status">{text('exported', number(count))}</span>
      </ToolbarItem>
    );
  }
  return (
    <>
      {FORMATS.map((format) => (
        <ToolbarItem key={format}>
          <Button
            ref={(node) => (buttons.current[format] = node)}
            variant="secondary"
            onClick={() => start(format)}
          >
            {text('exportAs', format.toUpperCase())}
          </Button>
        </ToolbarItem>
      ))}
      {error && <Problem error={error} />}
    </>
  );
}
